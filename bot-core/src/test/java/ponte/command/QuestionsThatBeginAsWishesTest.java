package ponte.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command.Pace;
import ponte.command.Command.WhoKnows;
import ponte.command.Command.Whom;
import ponte.command.Understanding.NotUnderstood;
import ponte.command.Understanding.Understood;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

class QuestionsThatBeginAsWishesTest {

  private static final Grammar GRAMMAR = new Grammar(Nlp.shared());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "follow up on the kafka incident: who can help?",
        "I know about the outage, but who can fix the VPN?",
        "what problem is solved by Kafka?",
        "Terraform ha risolto con i moduli?",
        "vorrei seguire il corso di sicurezza, a chi chiedo?",
        "so di dover usare kafka, ma come?",
        "I don't know about OAuth tokens",
        "I can help with the release, but where are the notes?",
        "I know about Kafka: how do I reset the offsets?",
        "add topic partitions to kafka: which command is it?",
        "subscribe to the queue fails, why?",
        "Has Anna solved it for the invoices?",
        "is the VPN issue solved by the new client?",
        "I want to follow the onboarding, whom do I ask?",
        "my question about Kafka is not solved, who can help?",
        "so di Kafka, ma chi conosce Grafana?",
        "posso aiutare con le fatture ma come si registrano?",
        "il problema con la VPN è risolto da Kafka?",
        "seguire il corso sulla sicurezza: dove mi iscrivo?",
        "aggiungi argomento kafka: come si fa?",
        "Anna ha risolto con la VPN?",
        "voglio seguire la formazione, chi la organizza?",
        "so di non avere i permessi, a chi li chiedo?"
      })
  void areQuestions(String typed) {
    for (var hint : Language.values()) {
      assertThat(understand(typed, hint))
          .isInstanceOfSatisfying(
              Understood.class,
              understood -> assertThat(understood.command()).isInstanceOf(WhoKnows.class));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Follow the README and I still get a 404…",
        "Anna has not helped with kafka",
        "non seguo la spiegazione sui token",
        "connect me to the staging database for debugging",
        "I need to get in touch with the vendor about licences",
        "Anna hasn't solved it for the invoices",
        "Anna never helped me with kafka",
        "the script and the manual helped me with Kafka",
        "put me in touch with our supplier about licences",
        "the problem with Kafka was never solved by Bob",
        "follow up on the kafka incident",
        "Anna non mi ha aiutato con Kafka",
        "Anna non ha risolto il problema con le fatture",
        "il problema con la VPN non è risolto grazie a Bob",
        "mettimi in contatto con il fornitore per le licenze",
        "segui le istruzioni e poi non funziona niente",
        "so di aver sbagliato il comando",
      })
  void changeNothing(String typed) {
    for (var hint : Language.values()) {
      var understanding = understand(typed, hint);

      assertThat(meant(understanding))
          .as(understanding.toString())
          .isNotEmpty()
          .allSatisfy(command -> assertThat(command).isInstanceOf(WhoKnows.class));
    }
  }

  private static List<Command> meant(Understanding understanding) {
    return switch (understanding) {
      case Understood(var command, _) -> List.of(command);
      case NotUnderstood(_, var nearest, _) -> nearest;
      case Understanding.SmallTalk _, Understanding.NothingSaid _ -> List.of();
    };
  }

  static List<Asked> doubtful() {
    return List.of(
        new Asked("follow kafka?", new Command.Follow("kafka", Pace.DAILY)),
        new Asked("can I follow a course on kafka online?", follow("course on kafka online")),
        new Asked("follow the README", new Command.Follow("README", Pace.DAILY)),
        new Asked("I know about kafka and grafana?", new Command.AddTopic("kafka and grafana")),
        new Asked("I know about the outage", new Command.AddTopic("outage")),
        new Asked("segui la procedura", new Command.Follow("procedura", Pace.DAILY)),
        new Asked("segui kafka, grafana", new Command.Follow("kafka, grafana", Pace.DAILY)),
        new Asked("so di usare kafka", new Command.AddTopic("usare kafka")),
        new Asked("non seguo più la spiegazione", new Command.Unfollow("spiegazione")));
  }

  record Asked(String typed, Command command) {}

  @ParameterizedTest
  @MethodSource("doubtful")
  void areAskedBackWhereTheyCanBeBoth(Asked asked) {
    assertThat(understand(asked.typed(), Language.ENGLISH))
        .isInstanceOfSatisfying(
            NotUnderstood.class,
            unclear ->
                assertThat(unclear.nearest())
                    .hasSize(2)
                    .contains(asked.command())
                    .anyMatch(WhoKnows.class::isInstance));
  }

  static List<Asked> wishes() {
    return List.of(
        new Asked("follow IT security", new Command.Follow("IT security", Pace.DAILY)),
        new Asked("can I follow kafka?", follow("kafka")),
        new Asked("posso seguire kafka?", follow("kafka")),
        new Asked("follow CI/CD weekly", new Command.Follow("CI/CD", Pace.WEEKLY)),
        new Asked("tell me when someone asks about the VPN", follow("VPN")),
        new Asked("I know about std::vector", new Command.AddTopic("std::vector")),
        new Asked("add topic: the invoices", new Command.AddTopic("invoices")),
        new Asked("unfollow the invoices", new Command.Unfollow("invoices")),
        new Asked("I don't know about kafka any more", new Command.RemoveTopic("kafka")),
        new Asked(
            "segui salute e sicurezza sul lavoro del personale",
            follow("salute e sicurezza sul lavoro del personale")),
        new Asked("so della fatturazione elettronica", add("fatturazione elettronica")),
        new Asked("so di software per lo sviluppo", add("software per lo sviluppo")),
        new Asked("non voglio seguire più kafka", new Command.Unfollow("kafka")),
        new Asked("smetti di seguire le fatture", new Command.Unfollow("fatture")),
        new Asked("Bob helped me with the VPN, Kafka and Redis", solved("VPN, Kafka and Redis")),
        new Asked("why not postgres?", new Command.WhyNot(new Whom.Called("postgres"), null)),
        new Asked(
            "presentami Lo Bianco per Kafka", new Command.IntroduceNamed("Lo Bianco", "Kafka")));
  }

  private static Command follow(String topic) {
    return new Command.Follow(topic, Pace.DAILY);
  }

  private static Command add(String topic) {
    return new Command.AddTopic(topic);
  }

  private static Command solved(String topic) {
    return new Command.Solved(new Whom.Called("Bob"), topic);
  }

  @ParameterizedTest
  @MethodSource("wishes")
  void leaveWishesWhatTheyAre(Asked wish) {
    assertThat(meant(understand(wish.typed(), Language.ENGLISH))).containsExactly(wish.command());
    assertThat(understand(wish.typed(), Language.ENGLISH)).isInstanceOf(Understood.class);
  }

  private static Understanding understand(String typed, Language hint) {
    return GRAMMAR.understand(typed, hint, List.of("dev"), LocalDate.of(2026, 3, 11));
  }
}
