package ponte.app.observation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ponte.platform.Arrivals;
import ponte.platform.Pace;

/** What goes between Ponte and one platform, measured and followed. */
public final class Traffic implements Arrivals, Pace.Waits {

  /** A platform's own word for why it refuses, which stands before what it means. */
  private static final Pattern CODE = Pattern.compile("([A-Za-z0-9_.-]{1,80}): .*", Pattern.DOTALL);

  private final MeterRegistry registry;
  private final Tracer tracer;
  private final String platform;

  /**
   * @param platform as labels name it
   */
  Traffic(MeterRegistry registry, Tracer tracer, String platform) {
    this.registry = registry;
    this.tracer = tracer;
    this.platform = platform;
    // What has not happened yet is shown as nothing, so that its first time is seen as a change.
    failures("other");
    for (var cause : Pace.Cause.values()) {
      waits(cause);
    }
  }

  @Override
  public <A> A taken(Supplier<A> taking, ToIntFunction<A> status) {
    var sample = Timer.start(registry);
    var outcome = "later";
    var span = tracer.nextSpan().name("receive " + platform).tag("platform", platform).start();
    try {
      var taken = Spans.within(tracer, span, _ -> taking.get());
      outcome = outcome(status.applyAsInt(taken));
      return taken;
    } finally {
      sample.stop(
          timer(
              Meters.ACKNOWLEDGEMENT,
              "How long a platform waits until what it sent is acknowledged",
              outcome));
    }
  }

  private static String outcome(int status) {
    return status < 300 ? "accepted" : status >= 500 ? "later" : "refused";
  }

  @Override
  public void noted(Pace.Cause cause, Duration wait) {
    waits(cause).record(wait.isNegative() ? Duration.ZERO : wait);
  }

  private Timer waits(Pace.Cause cause) {
    return Timer.builder(Meters.PLATFORM_WAIT)
        .description("How long calls have to wait for the platform's rate limits")
        .tags("platform", platform, "cause", Meters.label(cause))
        .register(registry);
  }

  /** Something was delivered, or was not. */
  void delivered(Timer.Sample begun, String outcome) {
    begun.stop(timer(Meters.DELIVERY, "How long it takes to deliver a reply", outcome));
  }

  /**
   * A reply did not reach anybody, this time or for ever.
   *
   * @param reason in the words of the platform's adapter
   */
  void failed(String reason) {
    var code = CODE.matcher(reason);
    failures(code.matches() ? code.group(1) : "other").increment();
  }

  private Counter failures(String reason) {
    return Counter.builder(Meters.DELIVERY_FAILURES)
        .description("Deliveries that failed, this time or for ever")
        .tags("platform", platform, "reason", reason)
        .register(registry);
  }

  /** A call is made. */
  Call call() {
    var within = tracer.currentSpan();
    var span =
        within == null
            ? null
            : tracer
                .spanBuilder()
                .setParent(within.context())
                .kind(Span.Kind.CLIENT)
                .name("call " + platform)
                .tag("platform", platform)
                .start();
    return new Call(Timer.start(registry), span);
  }

  /** A call that was begun. */
  final class Call {
    private final Timer.Sample begun;
    private final @Nullable Span span;

    private Call(Timer.Sample begun, @Nullable Span span) {
      this.begun = begun;
      this.span = span;
    }

    /** It was answered, or was not. */
    void ended(String outcome) {
      begun.stop(timer(Meters.PLATFORM_CALL, "How long a platform takes to answer", outcome));
      if (span != null) {
        span.tag("outcome", outcome).end();
      }
    }
  }

  private Timer timer(String name, String description, String outcome) {
    return Meters.timer(registry, name, description, "platform", platform, "outcome", outcome);
  }

  MeterRegistry registry() {
    return registry;
  }

  String platform() {
    return platform;
  }
}
