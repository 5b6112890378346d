package ponte.nlp;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * Tells English from Italian by runs of one to three letters.
 *
 * <p>The weights are those of OpenNLP's language detector for 103 languages. It is a maximum
 * entropy model, so the ratio of two languages' probabilities is that of their own weights alone:
 * we keep one number a run, which is a tenth of the runs, and a line takes microseconds instead of
 * half a millisecond.
 */
final class LetterSequences {

  private static final int LONGEST = 3;

  private final Map<String, Float> weights;

  private LetterSequences(Map<String, Float> weights) {
    this.weights = weights;
  }

  static LetterSequences load() {
    return Models.read(
        "/langdetect-183.bin", stream -> new LetterSequences(weights(model(stream))));
  }

  private static AbstractModel model(InputStream stream) throws IOException {
    return (AbstractModel) new LanguageDetectorModel(stream).getMaxentModel();
  }

  private static Map<String, Float> weights(AbstractModel model) {
    int english = model.getIndex("eng");
    int italian = model.getIndex("ita");
    var weights = new HashMap<String, Float>();
    for (var entry : ((Map<?, ?>) model.getDataStructures()[1]).entrySet()) {
      if (entry.getKey() instanceof String run && entry.getValue() instanceof Context context) {
        double weight = weight(context, english) - weight(context, italian);
        if (weight != 0) {
          weights.put(run, (float) weight);
        }
      }
    }
    return Map.copyOf(weights);
  }

  private static double weight(Context context, int outcome) {
    for (int i = 0; i < context.getOutcomes().length; i++) {
      if (context.getOutcomes()[i] == outcome) {
        return context.getParameters()[i];
      }
    }
    return 0;
  }

  /** How much more likely English is than Italian: the logarithm of the ratio, 0 for a tie. */
  double leaningToEnglish(String words) {
    var line = words.toLowerCase(Locale.ROOT);
    var seen = new HashSet<String>();
    double leaning = 0;
    for (int i = 0; i < line.length(); i++) {
      for (int end = i + 1; end <= Math.min(line.length(), i + LONGEST); end++) {
        var run = line.substring(i, end);
        var weight = weights.get(run);
        if (weight != null && seen.add(run)) {
          leaning += weight;
        }
      }
    }
    return leaning;
  }
}
