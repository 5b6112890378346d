package ponte.bench.company;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import ponte.bench.ReplayClock;
import ponte.bench.company.Shown.Saying;
import ponte.command.Acquaintance;
import ponte.command.Command;
import ponte.conversation.Away;
import ponte.conversation.ChannelId;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.store.Codec;

/** Ponte hears what is said and does about it what it does; people press the buttons it shows. */
final class PonteAtWork implements Aid {

  private static final Command.Rhythm MONDAYS =
      new Command.Rhythm(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0));

  private final Company company;
  private final House house;
  private final Screen screen;

  PonteAtWork(
      House.Storage storage, Company company, House.Terms terms, ReplayClock clock, Life life) {
    this.company = company;
    this.screen = new Screen(company, clock, life);
    this.house = new House(storage, company, terms, clock, screen::show);
    house.remember(company.past());
  }

  @Override
  public void said(Asked question, Message message) {
    screen.asked(question);
    house.hears(house.posted(message));
  }

  @Override
  public void marked(Asked question) {
    house.marked(
        question.id(), company.account(question.asker(), question.channel()).orElseThrow());
  }

  @Override
  public void told(Shown shown, Saying saying) {
    Presses.of(shown, saying)
        .ifPresent(
            command -> {
              var request = press(shown.account(), command);
              var seeking = shown.sought();
              if (command instanceof Command.GiveAddress && seeking != null) {
                screen.sought(request, seeking);
              }
            });
  }

  private EventId press(PersonId by, Command command) {
    var request = house.press(by, command);
    screen.called(request, Codec.write(command));
    return request;
  }

  @Override
  public void out(Colleague who) {
    press(who.accounts().getFirst(), new Command.OptOut());
  }

  @Override
  public void pauses(Colleague who, LocalDate until) {
    press(who.accounts().getFirst(), new Command.Pause(until));
  }

  @Override
  public void joins(Colleague who) {
    press(who.accounts().getFirst(), new Command.Meet(new Acquaintance.Join(null)));
  }

  @Override
  public void away(Colleague who, Away away) {
    house.away(who, away);
  }

  @Override
  public boolean seeks(Seeking seeking) {
    var account = company.people().get(seeking.who()).accounts().getFirst();
    var named = seeking.named();
    var text =
        named == null
            ? Words.whoKnows(seeking.subject())
            : Words.introduce(company.people().get(named).name(), seeking.subject());
    var request = house.write(account, text);
    screen.called(request, text);
    screen.sought(request, seeking);
    return true;
  }

  @Override
  public void chooses(Seeking seeking, Command.Introduce choice) {
    var account = company.people().get(seeking.who()).accounts().getFirst();
    screen.sought(press(account, choice), seeking);
  }

  @Override
  public void schedules(Colleague who, ChannelId channel) {
    var account = company.account(who.number(), channel).orElseThrow();
    var name = Words.channel(company.channels().indexOf(channel));
    press(account, new Command.ConfirmDigest(name, MONDAYS));
  }

  @Override
  public void suggests(PersonId who, Command.Invite invite) {
    press(who, invite);
  }

  @Override
  public void work() {
    house.work();
  }

  @Override
  public void close() {
    house.close();
  }
}
