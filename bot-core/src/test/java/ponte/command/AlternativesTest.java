package ponte.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlternativesTest {

  @ParameterizedTest
  @CsvSource({
    "kafka or terraform, kafka | terraform",
    "'kafka, or else terraform', kafka | terraform",
    "either git or svn, git | svn",
    "3D printing or about scanning, 3D printing | scanning",
    "kafka or the new CRM, kafka | new CRM",
    "kafka or terraform please, kafka | terraform",
    "IT or HR, IT | HR",
    "fatture elettroniche o GDPR oppure IVA, fatture elettroniche | GDPR | IVA",
    "stampa o di scansione, stampa | scansione",
    "stampa 3D o della scansione, stampa 3D | scansione",
    "SAP o su Oracle, SAP | Oracle",
    "o git o svn, git | svn",
    "AI o IT, AI | IT"
  })
  void tellsTopicsApart(String topic, String each) {
    assertThat(Alternatives.in(topic)).containsExactly(each.split(" \\| "));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"now or never\" or kafka', '\"now or never\" | kafka'",
    "“git” or “svn”, '\"git\" | \"svn\"'",
    "«ora o mai» o kafka, '\"ora o mai\" | kafka'"
  })
  void keepsTogetherWhatIsQuoted(String topic, String each) {
    assertThat(Alternatives.in(topic)).containsExactly(each.split(" \\| "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka and terraform",
        "more or less",
        "more or less kafka",
        "sooner or later",
        "yes or no",
        "two or three monitors",
        "2 or 3",
        "Java 17 or 21",
        "Java 17 or newer",
        "kafka or similar",
        "kafka or it",
        "difference between git or svn",
        "decide between kafka or rabbit",
        "differenza tra git o svn",
        "scegliere git oppure svn",
        "logical or operators",
        "or operators",
        "più o meno",
        "prima o poi",
        "due o tre schermi",
        "Java 17 o superiore",
        "kafka o altro",
        "operatore o in Java",
        "\"now or never\"",
        "“now or never”",
        "„now or never“",
        "«ora o mai»",
        "`a or b`",
        "a or b or c or d",
        "whether to take kafka or rabbit for the events of the shop"
      })
  void leavesTogetherWhatIsOne(String topic) {
    assertThat(Alternatives.in(topic)).containsExactly(topic);
  }
}
