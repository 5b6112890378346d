package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HiddenTopicsTest {

  @Test
  void aTopicStaysHiddenHoweverManyOthersAreHiddenAfterIt() {
    var preference = Preference.DEFAULT.hiding("kafka");
    for (var each = 0; each < 60; each++) {
      preference = preference.hiding("topic " + each);
    }

    assertThat(preference.hidden()).hasSize(61).contains("kafka");
    assertThat(preference.hiding("Kafka").hidden()).hasSize(61);
  }

  @Test
  void ofTopicsThatSomebodyKnowsTheLatestAreKept() {
    var preference = Preference.DEFAULT;
    for (var each = 0; each < 60; each++) {
      preference = preference.knowing("topic " + each);
    }

    assertThat(preference.known()).hasSize(50).contains("topic 59").doesNotContain("topic 0");
  }
}
