package ponte.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.BeamSearch;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSSample;
import opennlp.tools.postag.POSTaggerFactory;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Trains the Italian part-of-speech model that {@code nlp} ships.
 *
 * <p>Each sentence is learnt twice, the second time as people type in a chat: in lower case and
 * without punctuation.
 */
@Command(
    name = "train-italian-tagger",
    mixinStandardHelpOptions = true,
    description = "Trains the Italian part-of-speech model on CoNLL-U files, and tests one.")
public final class TrainItalianTagger implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "Treebanks to learn from: .conllu or .conllu.gz.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "A treebank to measure with: share of words tagged right.")
  private List<Path> tests = new ArrayList<>();

  @Option(names = "--out", paramLabel = "FILE", description = "Where the model goes.")
  private Path out = Path.of("it-markit-pos.bin");

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "Rounds of training (default: ${DEFAULT-VALUE}).")
  private int iterations = 100;

  @Option(
      names = "--cutoff",
      paramLabel = "N",
      description = "Features seen less often are left out (default: ${DEFAULT-VALUE}).")
  private int cutoff = 3;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var output = spec.commandLine().getOut();
    var samples = new ArrayList<POSSample>();
    for (var file : files) {
      for (var sentence : read(file)) {
        samples.add(sentence.sample());
        var typed = sentence.asTyped();
        if (!typed.words().isEmpty()) {
          samples.add(typed.sample());
        }
      }
    }
    var model = train(samples);
    model.serialize(out);
    output.printf(
        Locale.ROOT, "%s: %,d bytes from %,d sentences%n", out, Files.size(out), samples.size());
    for (var test : tests) {
      output.printf(Locale.ROOT, "%s: %.1f %% of words right%n", test, accuracy(model, test));
    }
    return 0;
  }

  private POSModel train(List<POSSample> samples) throws IOException {
    var parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, iterations);
    parameters.put(TrainingParameters.CUTOFF_PARAM, cutoff);
    parameters.put(BeamSearch.BEAM_SIZE_PARAMETER, 1); // as the tagger uses it
    return POSTaggerME.train(
        "it", new CollectionObjectStream<>(samples), parameters, new POSTaggerFactory());
  }

  private static double accuracy(POSModel model, Path test) {
    var tagger = new POSTaggerME(model);
    int right = 0;
    int all = 0;
    for (var sentence : read(test)) {
      var tags = tagger.tag(sentence.words().toArray(String[]::new));
      for (int i = 0; i < tags.length; i++) {
        right += tags[i].equals(sentence.tags().get(i)) ? 1 : 0;
        all++;
      }
    }
    return 100.0 * right / all;
  }

  /** Words as they are written; what is written as one has the tag of its first part. */
  private record Sentence(List<String> words, List<String> tags) {

    POSSample sample() {
      return new POSSample(words.toArray(String[]::new), tags.toArray(String[]::new));
    }

    Sentence asTyped() {
      var typedWords = new ArrayList<String>();
      var typedTags = new ArrayList<String>();
      for (int i = 0; i < words.size(); i++) {
        if (!tags.get(i).equals("PUNCT")) {
          typedWords.add(words.get(i).toLowerCase(Locale.ITALIAN));
          typedTags.add(tags.get(i));
        }
      }
      return new Sentence(typedWords, typedTags);
    }
  }

  private static List<Sentence> read(Path file) {
    var sentences = new ArrayList<Sentence>();
    var words = new ArrayList<String>();
    var tags = new ArrayList<String>();
    try (var lines = lines(file)) {
      int joinedUntil = 0;
      boolean joinedWantsTag = false;
      for (var line : (Iterable<String>) lines::iterator) {
        if (line.isEmpty()) {
          if (!words.isEmpty()) {
            sentences.add(new Sentence(List.copyOf(words), List.copyOf(tags)));
          }
          words.clear();
          tags.clear();
          joinedUntil = 0;
          continue;
        }
        var columns = line.split("\t");
        if (line.startsWith("#") || columns.length < 4 || columns[0].contains(".")) {
          continue;
        }
        if (columns[0].contains("-")) {
          words.add(columns[1]);
          joinedUntil = Integer.parseInt(columns[0].substring(columns[0].indexOf('-') + 1));
          joinedWantsTag = true;
        } else if (Integer.parseInt(columns[0]) > joinedUntil) {
          words.add(columns[1]);
          tags.add(columns[3]);
        } else if (joinedWantsTag) {
          tags.add(columns[3]);
          joinedWantsTag = false;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
    if (!words.isEmpty()) {
      sentences.add(new Sentence(List.copyOf(words), List.copyOf(tags)));
    }
    return sentences;
  }

  private static Stream<String> lines(Path file) throws IOException {
    var stream = Files.newInputStream(file);
    var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)).lines();
  }
}
