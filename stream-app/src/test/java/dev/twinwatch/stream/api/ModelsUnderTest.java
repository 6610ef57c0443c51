package dev.twinwatch.stream.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twinwatch.stream.control.ModelPublisher.Published;
import dev.twinwatch.stream.dashboard.ModelChange;
import dev.twinwatch.stream.dashboard.PublishedModels;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Models without a topic: keeps what is asked, and answers epoch 6. */
final class ModelsUnderTest implements Page.Models {
    final List<ModelOrder> orders = new CopyOnWriteArrayList<>();
    /** What each question throws; null for nothing. */
    volatile @Nullable RuntimeException failure;

    private final CountDownLatch held = new CountDownLatch(1);
    private volatile CountDownLatch goOn = new CountDownLatch(0);

    @Override
    public PublishedModels published() {
        fail();
        ModelChange change = new ModelChange(1_000, "ana", "better", ModelChange.What.LIVE, null, "a".repeat(64));
        return new PublishedModels(Map.of("epoch", 5), List.of(change), "amount moved", null);
    }

    @Override
    public ObjectNode comparison() {
        fail();
        return new JsonMapper().createObjectNode().put("events", 7);
    }

    @Override
    public Published change(ModelOrder order) throws InterruptedException {
        fail();
        held.countDown();
        goOn.await();
        orders.add(order);
        return new Published(order.version(), 6, "not judged");
    }

    /** Changes wait until that is counted down. */
    CountDownLatch hold() {
        goOn = new CountDownLatch(1);
        return goOn;
    }

    void awaitHeld() throws InterruptedException {
        held.await();
    }

    private void fail() {
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
    }
}
