package ponte.app.observation;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what is sent to where traces go. */
public final class TraceBook implements SpanExporter {

  private final Queue<SpanData> spans = new ConcurrentLinkedQueue<>();

  @Override
  public CompletableResultCode export(Collection<SpanData> ended) {
    spans.addAll(ended);
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }

  /** The names of each span and of those that it is within, the outermost first. */
  public List<List<String>> ways() {
    Map<String, SpanData> known =
        spans.stream()
            .collect(Collectors.toMap(SpanData::getSpanId, Function.identity(), (one, _) -> one));
    return known.values().stream().map(span -> way(span, known)).toList();
  }

  private static List<String> way(SpanData span, Map<String, SpanData> known) {
    var names = new ArrayDeque<String>();
    for (var each = span; each != null; each = known.get(each.getParentSpanId())) {
      names.addFirst(each.getName());
    }
    return List.copyOf(names);
  }

  /** All that is said in any span, but the ids of spans. */
  public List<String> words() {
    return spans.stream()
        .flatMap(
            span ->
                Stream.concat(
                    Stream.of(span.getName(), span.getStatus().getDescription()),
                    Stream.concat(
                        span.getAttributes().asMap().values().stream().map(Object::toString),
                        span.getEvents().stream().map(Object::toString))))
        .toList();
  }
}
