package ponte.app.console;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ponte.app.Imports;
import ponte.app.Replica;
import ponte.archive.Archive;
import ponte.bot.DeadLetters;
import ponte.conversation.Person;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.reply.Texts;
import ponte.web.Reader;
import ponte.web.StartPage;
import ponte.web.StartPage.Figures;
import ponte.web.StartPage.Loading;

/** Puts the start page together. */
@Component
class Starts {

  /** The most people to choose from at once. */
  private static final int SHOWN = 60;

  private final Directory directory;
  private final Archive archive;
  private final Imports imports;
  private final DeadLetters letters;
  private final Roles roles;

  Starts(
      Directory directory, Archive archive, Imports imports, DeadLetters letters, Replica replica) {
    this.directory = directory;
    this.archive = archive;
    this.imports = imports;
    this.letters = letters;
    this.roles = replica.roles();
  }

  StartPage page(Reader reader, String search, String next) {
    var active = directory.people().stream().filter(Person::isActive).toList();
    var matching = active.stream().filter(person -> matches(person, search.strip())).toList();
    var managers = Set.copyOf(roles.managers(directory));
    var shown =
        matching.stream()
            .sorted(Comparator.comparing(person -> !managers.contains(person.id())))
            .limit(SHOWN)
            .toList();
    return new StartPage(
        reader,
        search.strip(),
        shown,
        managers,
        matching.size() - shown.size(),
        figures(active.size()),
        loading(reader),
        letters.piles().stream().mapToLong(DeadLetters.Pile::letters).sum(),
        Html.local(next, ""));
  }

  /** How far an import is, on a page of nothing else. */
  StartPage progress(Reader reader) {
    return new StartPage(reader, "", List.of(), Set.of(), 0, null, loading(reader), 0, "");
  }

  /** The page with another word about an import than the true one. */
  StartPage saying(Reader reader, Loading loading) {
    var page = page(reader, "", "");
    return new StartPage(
        reader,
        "",
        page.colleagues(),
        page.managers(),
        page.more(),
        page.figures(),
        loading,
        page.givenUp(),
        page.next());
  }

  private @Nullable Figures figures(int people) {
    var everybody = directory.everybody();
    return people == 0 && everybody.channels().isEmpty()
        ? null
        : new Figures(
            people,
            everybody.channels().size(),
            directory.workspaces().size(),
            archive.extent(everybody));
  }

  private Loading loading(Reader reader) {
    return switch (imports.status()) {
      case Imports.Status.Idle _ -> new Loading.Idle();
      case Imports.Status.Running(var done, var total, var channel) ->
          new Loading.Running(done, total, channel);
      case Imports.Status.Finished(var messages, var people, var channels) ->
          new Loading.Finished(messages, people, channels);
      case Imports.Status.Failed(var situation, var details) ->
          new Loading.Failed(Texts.in(reader.language()).say(situation, details.toArray()));
    };
  }

  private static boolean matches(Person person, String search) {
    var wanted = search.toLowerCase(Locale.ROOT);
    return List.of(person.name(), person.handle(), person.title()).stream()
        .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
