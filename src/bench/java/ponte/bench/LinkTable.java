package ponte.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import ponte.archive.LinkInputs;

/** Writes fitted networks as one that is their mean, in the form that Ponte reads. */
final class LinkTable {

  /** What Ponte's own network gives to clues that no set can teach: see ADR 17. */
  static final Map<String, Float> CHOSEN =
      Map.of("BOTH_ASK_OF_OTHER_THINGS", -2.4f, "OVER_NIGHT", -2.5f);

  private static final MathContext DIGITS = new MathContext(4);

  private LinkTable() {}

  /**
   * @param chosen direct weights of clues, in place of fitted ones
   */
  static String of(List<FittedNetwork> networks, Map<String, Float> chosen) {
    var circumstances = LinkInputs.circumstances();
    var inputs = Stream.of(circumstances, LinkInputs.clues()).flatMap(List::stream).toList();
    var rows = new ArrayList<String>();
    rows.addAll(rows(inputs, mean(networks, FittedNetwork::links), chosen));
    rows.addAll(rows(circumstances, mean(networks, FittedNetwork::openings), Map.of()));
    return String.join("\n", rows) + "\n";
  }

  /** The units of all beside each other; direct weights and those of the units are shared out. */
  private static float[][] mean(
      List<FittedNetwork> networks, Function<FittedNetwork, float[][]> layer) {
    var each = networks.stream().map(layer).toList();
    var count = each.getFirst().length;
    var units = each.getFirst()[count - 1].length;
    var mean = new float[count][];
    for (var row = 0; row < count; row++) {
      var isOut = row == count - 1;
      mean[row] = new float[units * each.size() + (isOut ? 0 : 1)];
      for (var network = 0; network < each.size(); network++) {
        var weights = each.get(network)[row];
        for (var unit = 0; unit < units; unit++) {
          mean[row][network * units + unit] = isOut ? weights[unit] / each.size() : weights[unit];
        }
        if (!isOut) {
          mean[row][units * each.size()] += weights[units] / each.size();
        }
      }
    }
    return mean;
  }

  private static List<String> rows(
      List<String> inputs, float[][] weights, Map<String, Float> chosen) {
    var rows = new ArrayList<String>();
    rows.add(row("ALWAYS", weights[0]));
    for (var i = 0; i < inputs.size(); i++) {
      var direct = chosen.get(inputs.get(i));
      if (direct != null) {
        weights[1 + i][weights[1 + i].length - 1] = direct;
      }
      rows.add(row(inputs.get(i), weights[1 + i]));
    }
    rows.add(row("OUT", weights[1 + inputs.size()]));
    return rows;
  }

  private static String row(String name, float[] weights) {
    var cells = new StringBuilder(name);
    for (var weight : weights) {
      var rounded = new BigDecimal(weight).round(DIGITS).stripTrailingZeros();
      cells.append('\t').append(rounded.toPlainString());
    }
    return cells.toString();
  }
}
