package dev.twinwatch.sandbox.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The settings of a simulated stream of card payments; the same settings make the same stream, to the last cent.
 *
 * <p>Each customer has habits of their own, of which one changes every 100 payments. One customer in ten is taken over
 * once by another one, by crews one in four. A change of habits is not fraud: to tell the two apart is what the stream is for.
 *
 * @param entities how many customers, 2 to 100000; fewer than 10 have no takeover
 * @param eventsPerEntity how many payments a customer makes, within a tenth more or fewer
 * @param historyEvents how many first payments of each customer are surely their own, 0 or more
 * @param seed any number
 * @param crews whether all who take over in one style are one crew, with places, devices, amounts and hours in common; else each behaves
 *     like some other customer
 */
public record Simulation(int entities, int eventsPerEntity, int historyEvents, long seed, boolean crews) {
    private static final int CUSTOMERS_PER_TAKEOVER = 10;
    /** Crews take over more, so that some of what one of them did is known while it goes on. */
    private static final int CUSTOMERS_PER_CREW_TAKEOVER = 4;

    private static final int MOST_ENTITIES = 100_000;
    private static final int MOST_EVENTS = 100_000;

    public Simulation {
        if (entities < 2 || entities > MOST_ENTITIES) {
            throw new IllegalArgumentException("simulation.entities is " + entities + ", expected 2 to " + MOST_ENTITIES
                    + ": write for example 400");
        }
        if (historyEvents < 0) {
            throw new IllegalArgumentException(
                    "simulation.historyEvents is " + historyEvents + ", expected 0 or more: write for example 150");
        }
        if (eventsPerEntity > MOST_EVENTS || fewest(eventsPerEntity) < needed(historyEvents)) {
            throw new IllegalArgumentException("simulation.eventsPerEntity is " + eventsPerEntity
                    + ", expected at most " + MOST_EVENTS + " and so many that nine tenths of them hold "
                    + needed(historyEvents) + " payments, the " + historyEvents
                    + " of the history and a takeover: write for example "
                    + (needed(historyEvents) * 10L / 9 + 1) + " or shorten the history");
        }
    }

    /** Without crews. */
    public Simulation(int entities, int eventsPerEntity, int historyEvents, long seed) {
        this(entities, eventsPerEntity, historyEvents, seed, false);
    }

    /** The same people, taken over by crews. */
    public Simulation byCrews() {
        return new Simulation(entities, eventsPerEntity, historyEvents, seed, true);
    }

    /** 400 customers with about 300 payments each, the first 150 of them surely their own. */
    public static Simulation seeded(long seed) {
        return new Simulation(400, 300, 150, seed);
    }

    private static int fewest(int eventsPerEntity) {
        return eventsPerEntity - eventsPerEntity / 10;
    }

    private static int most(int eventsPerEntity) {
        return eventsPerEntity + eventsPerEntity / 10;
    }

    private static long needed(int historyEvents) {
        return (long) historyEvents + TakeoverPlan.MARGIN + TakeoverPlan.LONGEST + 1;
    }

    /** Makes the stream, in memory: about 150 bytes for each payment. */
    public SimulatedStream run() {
        return run(true);
    }

    /** The same customers with the same habits, of whom nobody is taken over. */
    public SimulatedStream runHonest() {
        return run(false);
    }

    private SimulatedStream run(boolean withTakeovers) {
        Draws draws = Draws.seeded(seed);
        List<Customer> customers = drawCustomers(draws.split());
        Draws ofTakeovers = draws.split();
        int customersPerTakeover = crews ? CUSTOMERS_PER_CREW_TAKEOVER : CUSTOMERS_PER_TAKEOVER;
        Map<String, TakeoverPlan> plans = withTakeovers
                ? TakeoverPlan.drawAll(customers, customersPerTakeover, historyEvents, ofTakeovers)
                : Map.of();
        Draws ofPayments = draws.split();
        if (crews && withTakeovers) {
            Map<Style, Habits> common = drawCrews(draws.split());
            plans.replaceAll((victim, plan) -> plan.by(Objects.requireNonNull(common.get(plan.style()))));
        }
        List<Payment> payments = new ArrayList<>();
        List<Takeover> takeovers = new ArrayList<>();
        for (Customer customer : customers) {
            Optional<TakeoverPlan> plan = Optional.ofNullable(plans.get(customer.name()));
            PaymentHistory history = PaymentHistory.draw(customer, plan, ofPayments.split());
            payments.addAll(history.payments());
            history.takeover().ifPresent(takeovers::add);
        }
        payments.sort(Comparator.comparingLong(Payment::paidAt).thenComparing(Payment::paymentId));
        takeovers.sort(Comparator.comparingLong(Takeover::from).thenComparing(Takeover::customer));
        return new SimulatedStream(payments, takeovers);
    }

    /** What those of one style have in common. */
    private Map<Style, Habits> drawCrews(Draws draws) {
        Population population = new Population(entities);
        Map<Style, Habits> common = new EnumMap<>(Style.class);
        for (Style style : Style.values()) {
            common.put(style, population.drawHabits(entities + common.size(), draws));
        }
        return common;
    }

    /** The people of the simulation, before anything happens to them. */
    List<Customer> drawCustomers(Draws draws) {
        Population population = new Population(entities);
        List<Customer> customers = new ArrayList<>(entities);
        for (int person = 0; person < entities; person++) {
            Draws own = draws.split();
            int payments = own.between(fewest(eventsPerEntity), most(eventsPerEntity));
            customers.add(Customer.draw(population, person, payments, own));
        }
        return customers;
    }
}
