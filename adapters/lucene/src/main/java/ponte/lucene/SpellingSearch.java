package ponte.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import ponte.archive.Shape;
import ponte.archive.Shaped;
import ponte.archive.Spelling;
import ponte.nlp.Language;

/**
 * Finds words by their shape among those that an audience may see.
 *
 * @param segments with what is visible in them
 */
record SpellingSearch(List<VisibleSegment> segments) {

  private static final Comparator<Spelling> COMMONEST_FIRST =
      Comparator.comparingLong(Spelling::conversations).reversed().thenComparing(Spelling::word);

  Map<Shaped, List<Spelling>> find(Collection<Shaped> shapes) throws IOException {
    var compiled = new HashMap<Shape, CompiledAutomaton>();
    var found = new HashMap<Shaped, List<Spelling>>();
    for (var shaped : shapes) {
      var automaton = compiled.computeIfAbsent(shaped.shape(), SpellingSearch::compiled);
      found.put(shaped, find(automaton, shaped.language(), shaped.limit()));
    }
    return found;
  }

  private List<Spelling> find(CompiledAutomaton shaped, Language language, int limit)
      throws IOException {
    var conversations = new HashMap<String, Long>();
    for (var segment : segments) {
      var terms = segment.leaf().reader().terms(Fields.spellings(language));
      if (terms != null) {
        count(matching(shaped, terms), segment, conversations);
      }
    }
    return conversations.entrySet().stream()
        .map(word -> new Spelling(word.getKey(), word.getValue()))
        .sorted(COMMONEST_FIRST)
        .limit(limit)
        .toList();
  }

  /** What finds a shape, in whatever language: it is looked for in each. */
  private static CompiledAutomaton compiled(Shape shape) {
    // No shape has words without end, which spares looking for an end that all of them have.
    return new CompiledAutomaton(
        Operations.determinize(automaton(shape), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT),
        true,
        true);
  }

  private static void count(
      TermsEnum terms, VisibleSegment segment, Map<String, Long> conversations) throws IOException {
    while (terms.next() != null) {
      var visible = segment.frequency(terms);
      if (visible > 0) {
        conversations.merge(terms.term().utf8ToString(), visible, Long::sum);
      }
    }
  }

  private static TermsEnum matching(CompiledAutomaton shaped, Terms terms) throws IOException {
    return shaped.getTermsEnum(terms);
  }

  private static Automaton automaton(Shape shape) {
    return switch (shape) {
      case Shape.Near(var word, var changes) -> {
        var first = word.codePointAt(0);
        var rest = word.substring(Character.charCount(first));
        var near = new LevenshteinAutomata(rest, true).toAutomaton(changes);
        yield Operations.concatenate(List.of(Automata.makeChar(first), near));
      }
      case Shape.Pieces(var pieces) -> {
        var all = new ArrayList<Automaton>();
        for (var piece : pieces) {
          all.add(automaton(piece));
        }
        yield Operations.concatenate(all);
      }
    };
  }

  private static Automaton automaton(Set<String> alternatives) {
    return alternatives.isEmpty()
        ? Automata.makeAnyChar()
        : Operations.union(alternatives.stream().sorted().map(Automata::makeString).toList());
  }
}
