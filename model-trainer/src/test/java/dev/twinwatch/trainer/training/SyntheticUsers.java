package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.watch.EncoderKind;
import dev.twinwatch.engine.watch.WatchFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Made-up users, each with some favourite places and an own usual amount, under a lot of noise that all share. */
final class SyntheticUsers {
    private final Layout layout;
    private final Featurizer featurizer;
    private final Random random;

    private SyntheticUsers(String features, int length, long seed) {
        layout = Layout.of(WatchFile.parse(
                "test.yaml",
                "watch: test\nentity: user\nsequence: {length: " + length + ", minimum: 1}\nencoder: auto\nfeatures:\n"
                        + features));
        featurizer = new Featurizer(layout, Scaling.none(Featurizer.denseInputs(layout)));
        random = new Random(seed);
    }

    /** Users with dense inputs and categories, any number of either. */
    static SyntheticUsers with(int numbers, int categories, int buckets, int length, long seed) {
        StringBuilder features = new StringBuilder();
        for (int n = 0; n < numbers; n++) {
            features.append("  - {name: n" + n + ", field: n" + n + ", as: number}\n");
        }
        for (int c = 0; c < categories; c++) {
            features.append("  - {name: c" + c + ", field: c" + c + ", as: category, buckets: " + buckets + "}\n");
        }
        return new SyntheticUsers(features.toString(), length, seed);
    }

    Layout layout() {
        return layout;
    }

    Featurizer featurizer() {
        return featurizer;
    }

    EncoderSpec spec(EncoderKind kind, int dimensions) {
        int length = layout.watch().sequence().length();
        int dense = Featurizer.denseInputs(layout);
        List<Integer> buckets = Arrays.stream(featurizer.buckets()).boxed().toList();
        return EncoderSpec.of(kind, length, dense, buckets, dimensions);
    }

    /** New users with this many full windows each, which do not overlap. */
    TrainingWindows users(int users, int windowsOfEach) {
        List<List<Window>> all = new ArrayList<>();
        for (int u = 0; u < users; u++) {
            all.add(windows(windowsOfEach));
        }
        return TrainingWindows.of(all);
    }

    /** Full windows of one new user, which do not overlap. */
    List<Window> windows(int count) {
        return new User().windows(count);
    }

    /** One window of a new user. */
    Window window(int events) {
        return new User().window(events);
    }

    private final class User {
        private final double[] usual = new double[layout.numbers().size()];
        private final int[] favourites = new int[6];
        private long position;

        User() {
            for (int n = 0; n < usual.length; n++) {
                usual[n] = .5 * random.nextGaussian();
            }
            for (int f = 0; f < favourites.length; f++) {
                favourites[f] = random.nextInt(400);
            }
        }

        List<Window> windows(int count) {
            List<Window> windows = new ArrayList<>();
            for (int w = 0; w < count; w++) {
                windows.add(window(layout.watch().sequence().length()));
            }
            return windows;
        }

        Window window(int events) {
            Recent recent = new Recent(layout);
            for (int i = 0; i < events; i++) {
                recent.append(event());
            }
            return recent.window().copy();
        }

        private dev.twinwatch.engine.features.Event event() {
            Map<String, Object> values = new HashMap<>();
            values.put("user", "u");
            for (int n = 0; n < usual.length; n++) {
                values.put("n" + n, usual[n] + random.nextGaussian());
            }
            for (String category : layout.categories()) {
                // half of what anybody does, everybody does
                int place = random.nextInt(2) == 0 ? random.nextInt(30) : favourites[random.nextInt(6)];
                values.put(category, "place-" + place);
            }
            Fields fields = values::get;
            Reading reading = new EventReader(layout).read(fields, new Origin("test", 0, position++, false));
            return ((Reading.Understood) reading).event();
        }
    }
}
