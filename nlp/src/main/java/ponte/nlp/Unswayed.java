package ponte.nlp;

import java.util.Arrays;
import opennlp.tools.ml.model.MaxentModel;

/**
 * A model that judges each context by itself. OpenNLP's own, where it was trained by quasi-Newton
 * steps, adds to what it is given to write in ({@code QNModel}), which is what it said of the
 * context before: of the last word of another sentence, even.
 */
record Unswayed(MaxentModel model) implements MaxentModel {

  @Override
  public double[] eval(String[] context) {
    return model.eval(context);
  }

  @Override
  public double[] eval(String[] context, double[] probabilities) {
    Arrays.fill(probabilities, 0);
    return model.eval(context, probabilities);
  }

  @Override
  public double[] eval(String[] context, float[] values) {
    return model.eval(context, values);
  }

  @Override
  public String getBestOutcome(double[] outcomes) {
    return model.getBestOutcome(outcomes);
  }

  @Override
  public String getAllOutcomes(double[] outcomes) {
    return model.getAllOutcomes(outcomes);
  }

  @Override
  public String getOutcome(int index) {
    return model.getOutcome(index);
  }

  @Override
  public int getIndex(String outcome) {
    return model.getIndex(outcome);
  }

  @Override
  public int getNumOutcomes() {
    return model.getNumOutcomes();
  }
}
