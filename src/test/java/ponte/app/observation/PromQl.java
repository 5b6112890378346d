package ponte.app.observation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads an expression of Prometheus as far as Ponte's dashboard and alerts use the language, by its
 * grammar: <https://prometheus.io/docs/prometheus/latest/querying/basics/>. Whatever else it meets
 * it refuses.
 */
public final class PromQl {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[a-zA-Z_:][a-zA-Z0-9_:]*|\\$__\\w+"
              + "|\\d+(?:\\.\\d+)?(?:[smhdw]\\d*)*|=~|!~|!=|==|<=|>=|[-+*/%^(){}\\[\\],=<>])");

  private static final Set<String> AGGREGATIONS = Set.of("sum", "min", "max", "avg", "count");
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

  /** What each function takes. */
  private static final Map<String, List<Type>> FUNCTIONS =
      Map.of(
          "rate", List.of(Type.RANGE),
          "avg_over_time", List.of(Type.RANGE),
          "increase", List.of(Type.RANGE),
          "delta", List.of(Type.RANGE),
          "absent", List.of(Type.VECTOR),
          "histogram_quantile", List.of(Type.SCALAR, Type.VECTOR));

  private enum Type {
    SCALAR,
    VECTOR,
    RANGE
  }

  /**
   * A metric, and the labels by which it is told apart.
   *
   * @param isHistogram whether a quantile is computed of it
   */
  public record Metric(String name, Set<String> labels, boolean isHistogram) {}

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private final List<Metric> metrics = new ArrayList<>();
  private int next;
  private boolean inQuantile;

  private PromQl(String text) {
    this.text = text;
    var matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.stripTrailing().length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw refused("cannot be read at " + at);
      }
      tokens.add(matcher.group(1));
      at = matcher.end();
    }
  }

  /**
   * The metrics of an expression.
   *
   * @throws IllegalArgumentException if Prometheus would refuse it
   */
  public static List<Metric> metrics(String text) {
    var parser = new PromQl(text);
    var type = parser.comparison();
    if (parser.next < parser.tokens.size() || type == Type.RANGE) {
      throw parser.refused("ends badly at " + parser.peek());
    }
    return List.copyOf(parser.metrics);
  }

  private Type comparison() {
    var left = sum();
    while (COMPARISONS.contains(peek())) {
      take();
      left = both(left, sum());
    }
    return left;
  }

  private Type sum() {
    var left = product();
    while (peek().equals("+") || peek().equals("-")) {
      take();
      left = both(left, product());
    }
    return left;
  }

  private Type product() {
    var left = unary();
    while (peek().equals("*") || peek().equals("/") || peek().equals("%")) {
      take();
      left = both(left, unary());
    }
    return left;
  }

  private Type both(Type left, Type right) {
    if (left == Type.RANGE || right == Type.RANGE) {
      throw refused("reckons with a range");
    }
    return left == Type.SCALAR && right == Type.SCALAR ? Type.SCALAR : Type.VECTOR;
  }

  private Type unary() {
    if (peek().equals("-")) {
      take();
    }
    var token = take();
    if (token.equals("(")) {
      var inner = comparison();
      expect(")");
      return inner;
    }
    if (Character.isDigit(token.charAt(0))) {
      return Type.SCALAR;
    }
    if (!Character.isLetter(token.charAt(0))) {
      throw refused("has " + token + " where a value belongs");
    }
    if (AGGREGATIONS.contains(token)) {
      return aggregation(false);
    }
    if (token.equals("topk")) {
      return aggregation(true);
    }
    return peek().equals("(") ? function(token) : selector(token);
  }

  /** Those who are grouped by a label want the metric to have it. */
  private Type aggregation(boolean ofSoMany) {
    int before = metrics.size();
    var by = new LinkedHashSet<String>();
    if (peek().equals("by")) {
      take();
      by.addAll(names());
    }
    expect("(");
    if (ofSoMany) {
      if (comparison() != Type.SCALAR) {
        throw refused("wants a number");
      }
      expect(",");
    }
    if (comparison() != Type.VECTOR) {
      throw refused("adds up what is no vector");
    }
    expect(")");
    for (int i = before; i < metrics.size(); i++) {
      var metric = metrics.get(i);
      var labels = new LinkedHashSet<>(metric.labels());
      labels.addAll(by);
      metrics.set(i, new Metric(metric.name(), labels, metric.isHistogram()));
    }
    return Type.VECTOR;
  }

  private Set<String> names() {
    var names = new LinkedHashSet<String>();
    expect("(");
    while (!peek().equals(")")) {
      names.add(take());
      if (!peek().equals(")")) {
        expect(",");
      }
    }
    expect(")");
    return names;
  }

  private Type function(String name) {
    var wanted = FUNCTIONS.get(name);
    if (wanted == null) {
      throw refused("calls " + name);
    }
    boolean outer = inQuantile;
    inQuantile |= name.equals("histogram_quantile");
    expect("(");
    for (int i = 0; i < wanted.size(); i++) {
      if (i > 0) {
        expect(",");
      }
      if (comparison() != wanted.get(i)) {
        throw refused("gives " + name + " no " + wanted.get(i));
      }
    }
    expect(")");
    inQuantile = outer;
    return Type.VECTOR;
  }

  private Type selector(String name) {
    var labels = new LinkedHashSet<String>();
    if (peek().equals("{")) {
      take();
      while (!peek().equals("}")) {
        labels.add(take());
        if (!Set.of("=", "!=", "=~", "!~").contains(take())) {
          throw refused("matches badly");
        }
        var value = take();
        if (!value.startsWith("\"")) {
          throw refused("matches with " + value);
        }
        Pattern.compile(value.substring(1, value.length() - 1).replace("$instance", ".*"));
        if (!peek().equals("}")) {
          expect(",");
        }
      }
      expect("}");
    }
    metrics.add(new Metric(name, labels, inQuantile));
    if (!peek().equals("[")) {
      return Type.VECTOR;
    }
    take();
    var range = take();
    if (!range.matches("(\\d+[smhdw])+|\\$__rate_interval")) {
      throw refused("ranges over " + range);
    }
    expect("]");
    return Type.RANGE;
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private String take() {
    if (next == tokens.size()) {
      throw refused("ends early");
    }
    return tokens.get(next++);
  }

  private void expect(String token) {
    if (!take().equals(token)) {
      throw refused("wants " + token + " before " + peek());
    }
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("'" + text + "' " + why);
  }
}
