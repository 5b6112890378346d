package ponte.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command.ChannelMap;
import ponte.command.Command.PeopleMap;
import ponte.command.Command.Period;
import ponte.command.Command.WhoKnows;
import ponte.command.Understanding.Understood;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

class MapWishesTest {

  private static final Grammar GRAMMAR = new Grammar(Nlp.shared());

  /** A Wednesday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

  private static Understanding understand(String text) {
    return GRAMMAR.understand(text, Language.ENGLISH, List.of("infra", "general"), TODAY);
  }

  private static @Nullable Command command(String text) {
    return understand(text) instanceof Understood(var command, _) ? command : null;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map",
        "Map!",
        "show me the map",
        "people map",
        "the map of the community",
        "who talks with whom?",
        "mappa",
        "fammi vedere la mappa",
        "mappa delle persone",
        "chi parla con chi?"
      })
  void understandsWhoWantsTheMapOfEverybody(String text) {
    assertThat(command(text)).isEqualTo(new PeopleMap(null, null, new Period.Usual()));
  }

  @ParameterizedTest
  @CsvSource({
    "map #infra,infra",
    "show me the map of #infra,infra",
    "mappa #infra,infra",
    "mappa del canale #infra,infra",
    "who talks with whom in #infra?,infra"
  })
  void understandsWhoWantsTheMapOfAChannel(String text, String channel) {
    assertThat(command(text)).isEqualTo(new PeopleMap(channel, null, new Period.Usual()));
  }

  @ParameterizedTest
  @CsvSource({
    "map kafka last 3 months,kafka,90", "map of GDPR in the last 30 days,GDPR,30",
    "mappa kafka ultimi 30 giorni,kafka,30", "mappa di Kafka degli ultimi 3 mesi,Kafka,90"
  })
  void understandsWhoWantsTheMapOfATopicAndATime(String text, String topic, int days) {
    assertThat(command(text)).isEqualTo(new PeopleMap(null, topic, new Period.LastDays(days)));
  }

  @Test
  void understandsATimeAlone() {
    assertThat(command("map last 3 months"))
        .isEqualTo(new PeopleMap(null, null, new Period.LastDays(90)));
    assertThat(command("map #infra last week"))
        .isEqualTo(
            new PeopleMap(
                "infra",
                null,
                new Period.Dates(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map of channels", "channel map", "which channel suits me?",
        "which channels should I join?", "what are the channels for?", "mappa dei canali",
        "quali canali fanno per me?", "in quale canale dovrei stare?", "a cosa servono i canali?"
      })
  void understandsWhoAsksWhatChannelsAreFor(String text) {
    assertThat(command(text)).isEqualTo(new ChannelMap(null));
  }

  @ParameterizedTest
  @CsvSource({
    "where does kafka live?,kafka",
    "in which channel do we talk about invoices?,invoices",
    "which channel is for travel expenses?,travel expenses",
    "where do we talk about Kubernetes?,Kubernetes",
    "in quale canale si parla di fatture?,fatture",
    "dove si parla di Kafka?,Kafka",
    "quale canale si occupa di privacy?,privacy"
  })
  void understandsWhoAsksWhereATopicLives(String text, String topic) {
    assertThat(command(text)).isEqualTo(new ChannelMap(topic));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who knows how to map a network drive?",
        "chi sa come mappare un disco di rete?",
        "mapping of old ids to new ones fails since yesterday, has anybody seen that before in prod?"
      })
  void leavesQuestionsAboutMapsToColleagues(String text) {
    assertThat(command(text)).isInstanceOf(WhoKnows.class);
  }
}
