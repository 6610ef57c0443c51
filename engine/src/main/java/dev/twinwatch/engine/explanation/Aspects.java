package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.recent.NewValues;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The aspects that the features of a watch make. */
final class Aspects {
    private Aspects() {}

    /** In the order of the watch; features of one field make one. */
    static List<Aspect> of(EvidenceModel model, NewValues texts) {
        Layout layout = model.layout();
        List<Aspect> aspects = new ArrayList<>();
        Set<String> read =
                layout.watch().features().stream().map(FeatureSpec::field).collect(Collectors.toSet());
        layout.numbers().stream().filter(read::contains).forEach(field -> aspects.add(new NumberAspect(layout, field)));
        layout.categories().stream()
                .filter(read::contains)
                .forEach(field -> aspects.add(new CategoryAspect(layout, field, texts, usuallyNew(model, field))));
        for (FeatureSpec feature : layout.watch().features()) {
            switch (feature.kind()) {
                case TIME_OF_DAY -> aspects.add(new HourAspect(feature.name()));
                case DAY_OF_WEEK -> aspects.add(new WeekdayAspect(feature.name()));
                case SINCE_PREVIOUS -> aspects.add(new PauseAspect(layout, feature));
                case CONFIRMED_FRAUD -> aspects.add(new FraudsAspect(layout, feature));
                case NUMBER, CHANGE, RELATIVE, CATEGORY, NOVELTY -> {
                    // by their field, above
                }
            }
        }
        return aspects;
    }

    /** Of the damped number in honest windows. */
    private static double usuallyNew(EvidenceModel model, String field) {
        Fusion fusion = model.fusion();
        return model.layout().watch().featuresOf(FeatureKind.NOVELTY).stream()
                .filter(feature -> feature.field().equals(field))
                .mapToInt(feature -> fusion.names().indexOf("novelty " + feature.name()))
                .filter(input -> input >= 0)
                .mapToDouble(input -> Math.expm1(fusion.usual().get(input)))
                .max()
                .orElse(0);
    }
}
