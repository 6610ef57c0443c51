package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.profile.KeptEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the state of entities is kept: state stores in the service, a map in trainer and backtest. */
public interface EntityStates {
    /** The hot state; null for an entity never seen. */
    byte @Nullable [] recent(String entity);

    /** Replaces the hot state. */
    void recent(String entity, byte[] state);

    /** The cold state; null for an entity without references. */
    byte @Nullable [] profile(String entity);

    /** Replaces the cold state. */
    void profile(String entity, byte[] state);

    /** The cold state as it was on the last day that was good; null where there is none. */
    byte @Nullable [] goodProfile(String entity);

    /** Replaces the cold state of the last day that was good. */
    void goodProfile(String entity, byte[] state);

    /** What people said of its alerts and events; null where they said nothing. */
    byte @Nullable [] words(String entity);

    /** Replaces what people said. */
    void words(String entity, byte[] words);

    /** The open alert by a model that scores along; null where there is none. */
    byte @Nullable [] shadow(String entity);

    /** Replaces the open alert by a model that scores along; null where it is over. */
    void shadow(String entity, byte @Nullable [] story);

    /** Keeps a window for later feedback, for a limited time. */
    void keep(String entity, KeptEvidence evidence);

    /** The windows of an event or alert that are still kept, in any order. */
    List<KeptEvidence> kept(String entity, String eventOrAlertId);
}
