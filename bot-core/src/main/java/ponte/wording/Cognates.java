package ponte.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.nlp.Language;

/**
 * What an English word may look like in Italian and the other way round where both come from the
 * same: architettura for architecture, accessibilità for accessibility.
 *
 * <p>By the regular correspondences of the two languages: endings, and letters in between.
 */
final class Cognates {

  private static final Pattern WORD = Pattern.compile("[a-z]{5,30}");

  /** Shorter beginnings are of too many words. */
  private static final int SHORTEST_STEM = 4;

  /** Endings that correspond: English, then Italian. */
  private static final String[][] ENDINGS = {
    {"isation ization isations izations", "izzazione izzazioni"},
    {"ise ize ised ized ising izing", "izzare izzato izzata izzando"},
    {"ction ctions", "zione zioni"},
    {"ption ptions", "zione zioni"},
    {"tion tions", "zione zioni"},
    {"sion sions", "sione sioni"},
    {"ate ated ating", "are ato ata ati ate ando"},
    {"ty ties", "ta"},
    {"ment ments", "mento menti"},
    {"ence ences ency encies", "enza enze"},
    {"ance ances ancy ancies", "anza anze"},
    {"ture tures", "ttura tture tura ture"},
    {"ure ures", "ura ure"},
    {"tor tors", "tore tori trice trici"},
    {"or ors", "ore ori"},
    {"er ers", "e i o ore ori atore atori"},
    {"ology ologies", "ologia ologie"},
    {"graphy", "grafia"},
    {"phy", "fia"},
    {"ist ists", "ista isti iste"},
    {"ism isms", "ismo ismi"},
    {"ical ics ic", "ico ica ici iche"},
    {"que ques", "co ca chi che"},
    {"al als", "ale ali"},
    {"able", "abile abili"},
    {"ible", "ibile ibili"},
    {"ive ives", "ivo iva ivi ive"},
    {"ous", "oso osa osi ose o a i e"},
    {"ary aries", "ario aria ari arie"},
    {"ory ories", "orio oria ori orie"},
    {"ent ents", "ente enti"},
    {"ant ants", "ante anti"},
    {"fy fied fying", "ficare ficato ficata"},
    {"ium", "io"},
    {"um a", "o i"},
    {"gram grams", "gramma grammi"},
    {"ema em ems", "ema emi"},
    {"ol ols", "ollo olli"},
    {"y ies", "ia ie io"},
    {"e es", "o a i e"},
    {"s", "i e"},
    {"", "o a i e"},
  };

  /** Letters that correspond within a word, the longest first: Italian, then English. */
  private static final Map<String, Set<String>> ENGLISH_FOR = new LinkedHashMap<>();

  private static final Map<String, Set<String>> ITALIAN_FOR = new LinkedHashMap<>();

  static {
    for (var pair :
        List.of(
            "zz:zz z s",
            "tt:t tt ct pt",
            "cc:c cc x ck",
            "ss:ss s x ps",
            "ff:ff f ph",
            "mm:m mm",
            "nn:nn n",
            "ll:ll l",
            "rr:rr r",
            "pp:pp p",
            "bb:bb b",
            "dd:dd d",
            "gg:gg g j x",
            "vv:v dv",
            "zi:ti ci zi",
            "ch:ch c k",
            "gh:gh g",
            "qu:qu c",
            "acq:aqu",
            "gn:gn n",
            "f:f ph",
            "t:t th",
            "s:s x ps",
            "z:z t c",
            "g:g j",
            "c:c k",
            "i:i y",
            "e:e ae",
            "u:u o",
            "o:o u")) {
      var sides = pair.split(":");
      var english = Set.of(sides[1].split(" "));
      ENGLISH_FOR.put(sides[0], english);
      for (var each : english) {
        ITALIAN_FOR.computeIfAbsent(each, _ -> new HashSet<>()).add(sides[0]);
      }
    }
    for (var letter = 'a'; letter <= 'z'; letter++) {
      var same = String.valueOf(letter);
      ITALIAN_FOR.computeIfAbsent(same, _ -> new HashSet<>()).add(same);
    }
    ITALIAN_FOR.computeIfAbsent("k", _ -> new HashSet<>()).addAll(Set.of("c", "ch"));
    ITALIAN_FOR.computeIfAbsent("y", _ -> new HashSet<>()).add("i");
    ITALIAN_FOR.computeIfAbsent("h", _ -> new HashSet<>()).add("");
  }

  private Cognates() {}

  /**
   * The pieces of words of the other language that look like this one; none where it is too short.
   *
   * @param word in lower case
   */
  static List<Set<String>> of(String word, Language language) {
    var plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    if (!WORD.matcher(plain).matches()) {
      return List.of();
    }
    var best = "";
    var endings = Set.<String>of();
    var own = language == Language.ENGLISH ? 0 : 1;
    for (var pair : ENDINGS) {
      for (var ending : endings(pair[own])) {
        if (plain.endsWith(ending) && plain.length() - ending.length() >= SHORTEST_STEM) {
          if (ending.length() > best.length() || endings.isEmpty()) {
            best = ending;
            endings = endings(pair[1 - own]);
          } else if (ending.length() == best.length()) {
            endings =
                Stream.concat(endings.stream(), endings(pair[1 - own]).stream())
                    .collect(Collectors.toSet());
          }
        }
      }
    }
    if (endings.isEmpty()) {
      return List.of();
    }
    var pieces = pieces(plain.substring(0, plain.length() - best.length()), language);
    pieces.add(endings);
    return pieces;
  }

  private static Set<String> endings(String side) {
    return Set.of(side.split(" "));
  }

  private static List<Set<String>> pieces(String stem, Language language) {
    var letters = language == Language.ENGLISH ? ITALIAN_FOR : ENGLISH_FOR;
    var pieces = new ArrayList<Set<String>>();
    for (var at = 0; at < stem.length(); ) {
      var length = 3;
      while (length > 1
          && (at + length > stem.length()
              || !letters.containsKey(stem.substring(at, at + length)))) {
        length--;
      }
      var piece = stem.substring(at, at + length);
      var alternatives = new HashSet<>(letters.getOrDefault(piece, Set.of()));
      alternatives.add(piece);
      if (length > 1) {
        alternatives.addAll(spelled(piece, letters));
      }
      pieces.add(alternatives);
      at += length;
    }
    return pieces;
  }

  /** Two letters as each for itself: they need not belong together. */
  private static Set<String> spelled(String piece, Map<String, Set<String>> letters) {
    var all = Set.of("");
    for (var i = 0; i < piece.length(); i++) {
      var letter = piece.substring(i, i + 1);
      var next = new HashSet<>(letters.getOrDefault(letter, Set.of()));
      next.add(letter);
      all =
          all.stream()
              .flatMap(begun -> next.stream().map(each -> begun + each))
              .collect(Collectors.toSet());
    }
    return all;
  }
}
