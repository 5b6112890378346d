package ponte.nlp;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
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

  /** The runs, each as the bits of its letters, where {@link #slot} looks for them; 0 is free. */
  private final long[] runs;

  private final float[] weights;

  private LetterSequences(Map<String, Float> weightOfRun) {
    runs = new long[Integer.highestOneBit(2 * weightOfRun.size()) << 1];
    weights = new float[runs.length];
    weightOfRun.forEach(
        (letters, weight) -> {
          long run = 0;
          for (int i = 0; i < letters.length(); i++) {
            run = run << Character.SIZE | letters.charAt(i);
          }
          int slot = slot(runs, run);
          runs[slot] = run;
          weights[slot] = weight;
        });
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
        if (weight != 0 && run.length() <= LONGEST) {
          weights.put(run, (float) weight);
        }
      }
    }
    return weights;
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
    var seen = new BitSet(runs.length);
    double leaning = 0;
    for (int i = 0; i < line.length(); i++) {
      long run = 0;
      for (int end = i; end < Math.min(line.length(), i + LONGEST); end++) {
        run = run << Character.SIZE | line.charAt(end);
        int slot = slot(runs, run);
        if (runs[slot] == run && !seen.get(slot)) {
          seen.set(slot);
          leaning += weights[slot];
        }
      }
    }
    return leaning;
  }

  /** Where a run is, or the free slot where it would be. */
  private static int slot(long[] runs, long run) {
    long mixed = run * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 40) & (runs.length - 1);
    while (runs[slot] != 0 && runs[slot] != run) {
      slot = (slot + 1) & (runs.length - 1);
    }
    return slot;
  }
}
