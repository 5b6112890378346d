package ponte.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;

class ChannelRulesTest {

  private final Channel payroll =
      new Channel(
          new ChannelId(new WorkspaceId("Acme"), "C042"),
          "hr-Payroll",
          Visibility.PUBLIC,
          "",
          "",
          false);

  @ParameterizedTest
  @CsvSource({
    "hr-payroll, true",
    "#HR-Payroll, true",
    "hr-*, true",
    "*roll, true",
    "h?-*y*l, true",
    "c042, true",
    "acme/hr-*, true",
    "ACME/#hr-payroll, true",
    "other/hr-*, false",
    "hr, false",
    "hr-payroll2, false",
    "*x*, false",
    "'*', true"
  })
  void aPatternNamesChannelsByNameOrId(String pattern, boolean names) {
    assertThat(new ChannelPattern(pattern).names(payroll)).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "acme/"})
  void refusesAPatternThatNamesNothing(String pattern) {
    assertThatThrownBy(() -> new ChannelPattern(pattern))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hearsOnlyWhatIsAllowedAndNotDenied() {
    assertThat(ChannelRules.ALL.hears(payroll)).isTrue();
    assertThat(ChannelRules.of(Set.of("dev-*"), Set.of()).hears(payroll)).isFalse();
    assertThat(ChannelRules.of(Set.of("hr-*"), Set.of()).hears(payroll)).isTrue();
    assertThat(ChannelRules.of(Set.of("hr-*"), Set.of("*payroll")).hears(payroll)).isFalse();
  }

  @Test
  void nobodyMayOpenAChannelInWhichPonteDoesNotHear() {
    var acme = new Workspace().people("ada").open("dev").closed("board", "ada");
    var everything = new Directory(acme.records);
    var directory = new Directory(acme.records, ChannelRules.of(Set.of(), Set.of("board", "dev")));
    var ada = Chat.person("ada");
    var board = Chat.in("board").channel();

    assertThat(everything.audienceOf(ada).channels()).hasSize(2);
    assertThat(directory.audienceOf(ada).channels()).isEmpty();
    assertThat(directory.everybody().channels()).isEmpty();
    assertThat(directory.audienceOf(board).channels()).isEmpty();
    assertThat(directory.hears(board)).isFalse();
    assertThat(directory.channels()).hasSize(2);
  }

  @Test
  void aChannelThatIsNamedLaterIsHiddenFromThenOn() {
    var acme = new Workspace().people("ada");
    var directory = new Directory(acme.records, ChannelRules.of(Set.of(), Set.of("hr-*")));
    assertThat(directory.awaitsName(payroll.id())).isTrue();
    assertThat(directory.hears(payroll.id())).isTrue();

    directory.apply(
        List.of(new Roster.ChannelChanged(new EventId("1"), payroll, acme.clock.instant())));

    assertThat(directory.awaitsName(payroll.id())).isFalse();
    assertThat(directory.hears(payroll.id())).isFalse();
  }
}
