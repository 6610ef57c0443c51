package dev.twinwatch.bench.quality.cards;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Of the cards with the highest scores of a day, how many had a fraud that day: what people who look at them find. */
final class CardPrecision {
    private CardPrecision() {}

    /** A card on one day: its highest score, and whether one of its transactions was fraud. */
    private record Card(int customer, double score, boolean fraud) {
        Card and(Card other) {
            return new Card(customer, Math.max(score, other.score), fraud || other.fraud);
        }
    }

    /**
     * Mean over the days; a card that was found leaves the days after.
     *
     * @param scores of the transactions, in their order
     * @param looked cards that people look at in a day
     */
    static double of(List<Transaction> transactions, double[] scores, int looked) {
        Map<Integer, Map<Integer, Card>> days = new TreeMap<>();
        for (int i = 0; i < scores.length; i++) {
            Transaction t = transactions.get(i);
            days.computeIfAbsent(t.day(), d -> new HashMap<>())
                    .merge(t.customer(), new Card(t.customer(), scores[i], t.isFraud()), Card::and);
        }
        Set<Integer> found = new HashSet<>();
        double sum = 0;
        for (Map<Integer, Card> day : days.values()) {
            List<Card> top = day.values().stream()
                    .filter(card -> !found.contains(card.customer()))
                    .sorted(Comparator.comparingDouble(Card::score).reversed().thenComparingInt(Card::customer))
                    .limit(looked)
                    .toList();
            List<Card> frauds = top.stream().filter(Card::fraud).toList();
            frauds.forEach(card -> found.add(card.customer()));
            sum += (double) frauds.size() / looked;
        }
        return sum / days.size();
    }
}
