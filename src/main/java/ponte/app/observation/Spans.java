package ponte.app.observation;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.function.Function;

/** Parts of a trace. */
final class Spans {

  private Spans() {}

  /**
   * Does work within a span that has begun, and ends it. Of a failure its kind is told and not its
   * words, which may be anybody's.
   */
  static <T> T within(Tracer tracer, Span span, Function<Span, T> work) {
    try (var _ = tracer.withSpan(span)) {
      return work.apply(span);
    } catch (RuntimeException | Error e) {
      span.tag("failure", e.getClass().getSimpleName());
      throw e;
    } finally {
      span.end();
    }
  }
}
