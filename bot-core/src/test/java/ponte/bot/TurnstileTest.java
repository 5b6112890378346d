package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ponte.TestClock;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.consent.RequestLimits;
import ponte.conversation.Audience;
import ponte.nlp.Language;

class TurnstileTest {

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final Turnstile turnstile = new Turnstile(new RequestLimits(3, 5), clock);

  private static Asker asker(String person, Language language) {
    return new Asker(Chat.person(person), Audience.NOBODY, language, ZoneOffset.UTC);
  }

  private String told(Language language) {
    return turnstile
        .refusal(new Command.Help(), asker("ada", language))
        .map(answer -> Team.words(answer.reply()))
        .orElse("");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void tellsUntilWhenSomebodyIsHeldBackByMinuteAndByHour(Language language) {
    for (int i = 0; i < 3; i++) {
      assertThat(told(language)).isEmpty();
      clock.advance(Duration.ofSeconds(19));
    }
    assertThat(told(language)).containsPattern(" 3 (seconds|secondi)\\.");

    clock.advance(Duration.ofSeconds(60));
    assertThat(told(language)).isEmpty();
    assertThat(told(language)).isEmpty();
    assertThat(told(language)).containsPattern(" 59 (minutes|minuti)\\.");

    clock.advance(Duration.ofMinutes(59));
    assertThat(told(language)).isEmpty();
  }

  @Test
  void holdsNobodyBackForWhatAnotherAsked() {
    for (int i = 0; i < 9; i++) {
      told(Language.ENGLISH);
    }

    assertThat(turnstile.refusal(null, asker("bob", Language.ENGLISH))).isEmpty();
    assertThat(turnstile.refusal(new Command.OptOut(), asker("ada", Language.ENGLISH))).isEmpty();
    assertThat(turnstile.refusal(new Command.ConfirmForget(), asker("ada", Language.ENGLISH)))
        .isEmpty();
    assertThat(turnstile.refusal(null, asker("ada", Language.ENGLISH))).isPresent();
  }
}
