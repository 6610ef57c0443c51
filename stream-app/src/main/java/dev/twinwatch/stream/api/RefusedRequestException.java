package dev.twinwatch.stream.api;

/** A request that is not answered, with the status of HTTP and a sentence that says why and what to do. */
final class RefusedRequestException extends RuntimeException {
    private final int status;

    RefusedRequestException(int status, String error) {
        super(error);
        this.status = status;
    }

    int status() {
        return status;
    }

    Refusal refusal() {
        return new Refusal(String.valueOf(getMessage()));
    }
}
