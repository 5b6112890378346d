package ponte.command;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import ponte.nlp.Language;

/** Days that are still to come, as people of one language say until when something is to rest. */
final class ComingDays {

  private final Phrasebook book;
  private final Days days;

  ComingDays(Language language) {
    this.book = Phrasebook.of(language);
    this.days = new Days(language);
  }

  /** The days that a folded text can mean, each once. */
  Stream<LocalDate> named(String text, LocalDate today) {
    if (book.phrases("tomorrow").stream().anyMatch(each -> each.matcher(text).matches())) {
      return Stream.of(today.plusDays(1));
    }
    return days.orders()
        .flatMap(order -> days.day(text, order, today).stream())
        .filter(day -> !(day instanceof Day.OfWeek(_, var past) && past))
        .map(day -> day.firstFrom(today.plusDays(1)))
        .distinct();
  }

  /** The same of a text that says, too, that it is until then: {@code until Monday}. */
  List<LocalDate> until(String text, LocalDate today) {
    return Stream.of(
            said("until-day", "until", text).flatMap(day -> named(day, today)),
            number("until-days", text).map(today::plusDays),
            number("until-weeks", text).map(today::plusWeeks))
        .flatMap(each -> each)
        .distinct()
        .toList();
  }

  /** Whether a text begins as one that says until when, whatever the day is. */
  boolean isUntil(String text) {
    return said("until-day", "until", text).findAny().isPresent();
  }

  private Stream<Integer> number(String section, String text) {
    return said(section, "number", text)
        .flatMap(number -> Numbers.of(number, book).stream().boxed());
  }

  private Stream<String> said(String section, String slot, String text) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(text))
        .filter(Matcher::matches)
        .map(match -> match.group(slot));
  }
}
