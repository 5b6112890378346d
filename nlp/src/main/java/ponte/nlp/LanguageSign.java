package ponte.nlp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line tells of its language by itself.
 *
 * @param language null: nothing
 * @param sure whether it needs no line around it to be believed
 */
public record LanguageSign(@Nullable Language language, boolean sure) {

  /**
   * The language of the line among others: its own where it is plain, else that of most lines
   * around it, else what little it tells itself.
   *
   * @param context the last lines of its author or channel; at most a few
   * @param otherwise the answer where nothing tells
   */
  public Language among(List<LanguageSign> context, Language otherwise) {
    int leaning = 0;
    for (var each : context) {
      int weight = each.sure ? 2 : 1;
      leaning += each.language == null ? 0 : weight * sign(each.language);
    }
    if (leaning != 0 && !sure) {
      return leaning > 0 ? Language.ENGLISH : Language.ITALIAN;
    }
    return language == null ? otherwise : language;
  }

  private static int sign(Language language) {
    return switch (language) {
      case ENGLISH -> 1;
      case ITALIAN -> -1;
    };
  }
}
