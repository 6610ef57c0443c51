package dev.twinwatch.sandbox.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twinwatch.stream.api.ModelOrder;
import dev.twinwatch.stream.api.Page;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.dashboard.PublishedModels;

/** Models of a page whose tests are about something else: it asks for none unless somebody looks at them. */
final class NoModels implements Page.Models {
    @Override
    public PublishedModels published() {
        throw new UnsupportedOperationException("nobody looks at models here");
    }

    @Override
    public ObjectNode comparison() {
        throw new UnsupportedOperationException("nobody compares models here");
    }

    @Override
    public ModelPublisher.Published change(ModelOrder order) {
        throw new UnsupportedOperationException("nobody changes models here");
    }
}
