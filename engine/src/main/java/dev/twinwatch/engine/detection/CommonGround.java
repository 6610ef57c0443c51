package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.Profile;
import dev.twinwatch.engine.recent.Gained;
import java.util.List;
import java.util.Set;

/**
 * What the references of an entity have in common with its next windows, where the watch gained fields that older references lack.
 * Until half of the places are taken by references that have them, all are compared without these fields; then those that have
 * them are compared alone. No comparison sees a field on one side only: what is merely unknown would look like a change.
 *
 * @param windows the references that count, oldest first
 * @param lacking places of the values that windows are compared without
 */
record CommonGround(List<Window> windows, Set<Integer> lacking) {
    /**
     * Of a profile as a model sees it.
     *
     * @param model layout of the model
     * @param since what the older events of the entity lack
     * @param places for references
     */
    static CommonGround of(Layout model, Profile profile, Gained since, int places) {
        Gained gained = since.readBy(model);
        if (gained.isNothing()) {
            return new CommonGround(profile.windows(), Set.of());
        }
        List<Window> knowing = knowing(profile, gained);
        if (knowing.size() == profile.references().size() || 2 * knowing.size() >= places) {
            return new CommonGround(knowing, Set.of());
        }
        List<Window> all = profile.windows().stream()
                .map(window -> window.without(gained.places()))
                .toList();
        return new CommonGround(all, gained.places());
    }

    /** Whether every reference has everything. */
    static boolean isWhole(Profile profile, Gained gained) {
        return knowing(profile, gained).size() == profile.references().size();
    }

    private static List<Window> knowing(Profile profile, Gained gained) {
        return profile.windows().stream()
                .filter(window -> window.firstNumber() >= gained.from())
                .toList();
    }
}
