package dev.twinwatch.stream.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.api.ModelOrder;
import dev.twinwatch.stream.api.Page;
import dev.twinwatch.stream.comparison.RecentComparison;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.control.ModelPublisher.Published;
import dev.twinwatch.stream.control.Models;
import dev.twinwatch.stream.control.Terms;
import dev.twinwatch.stream.dashboard.ModelBoard;
import dev.twinwatch.stream.dashboard.PublishedModels;
import dev.twinwatch.stream.kafka.BrokerWait;
import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The models for the page: what `models list`, `models compare` and their siblings do, by the same writer. */
final class ModelDesk implements Page.Models {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Settings settings;
    private final ModelBoard board;
    private final RecentComparison comparison;
    private final ModelPublisher publisher;

    /**
     * Of one watch; connects when it is asked.
     *
     * @param followed the models that this instance holds
     */
    ModelDesk(Settings settings, SchemaRegistry registry, Models followed) {
        this.settings = settings;
        this.board = new ModelBoard(settings, registry);
        this.comparison = new RecentComparison(settings, registry, followed::pointer);
        this.publisher = new ModelPublisher(settings, registry);
    }

    @Override
    public PublishedModels published() throws InterruptedException {
        await(settings.topics().control());
        return board.now();
    }

    @Override
    public ObjectNode comparison() throws InterruptedException {
        return comparison.now().asJson();
    }

    @Override
    public Published change(ModelOrder order) throws InterruptedException {
        await(settings.topics().control(), settings.topics().audit());
        Terms terms = order.terms();
        String version = order.version();
        return switch (order.change()) {
            case PROMOTE -> publisher.promote(version, terms);
            case SHADOW -> publisher.shadow(Optional.of(version), terms);
            case UNSHADOW -> publisher.shadow(Optional.empty(), terms);
            case ROLLBACK -> publisher.rollback(terms);
            case RETIRE ->
                new Published(
                        publisher.retire(version, terms), terms.expectedEpoch().orElseThrow(), "");
        };
    }

    /** Without this, a broker that is away is waited for longer than anybody looks at a page. */
    private void await(String... topics) throws InterruptedException {
        new BrokerWait(settings).require(Set.of(topics), LONGEST_WAIT);
    }
}
