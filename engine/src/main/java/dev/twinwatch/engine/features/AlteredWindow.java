package dev.twinwatch.engine.features;

/** A copy of a window in which some values are others: what would have been seen then. */
public final class AlteredWindow {
    private final Window original;
    private final Layout layout;
    private final byte[] slots;

    /** Nothing is altered yet. */
    public AlteredWindow(Window original) {
        this.original = original;
        this.layout = original.layout();
        this.slots = original.bytes();
    }

    /** Another time of event i, in the unit of {@link Window#time}. */
    public void time(int i, long time) {
        Window.LONG.set(slots, i * layout.slotBytes(), time);
    }

    /** Another number of event i; NaN for missing. */
    public void number(int i, int field, float number) {
        Window.FLOAT.set(slots, i * layout.slotBytes() + layout.numberOffset(field), number);
    }

    /** The hash of another category of event i; 0 for missing. */
    public void category(int i, int field, long hash) {
        Window.LONG.set(slots, i * layout.slotBytes() + layout.categoryOffset(field), hash);
    }

    /** Another value that event i had at its arrival. */
    public void arrival(int i, int arrival, float value) {
        Window.FLOAT.set(slots, i * layout.slotBytes() + layout.arrivalOffset(arrival), value);
    }

    /** As it is now, as a view that the next alteration changes. */
    public Window window() {
        return Window.over(layout, slots, original.events(), original.firstNumber());
    }
}
