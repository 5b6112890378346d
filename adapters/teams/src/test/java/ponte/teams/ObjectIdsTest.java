package ponte.teams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectIdsTest {

  @Test
  void writesGuidsInOneWay() {
    assertThat(ObjectIds.one("8EA0E38B-efb3-4757-924A-5f94061cf8c2"))
        .isEqualTo("8ea0e38b-efb3-4757-924a-5f94061cf8c2");
    assertThat(ObjectIds.one("28:8EA0E38B-efb3-4757-924A-5f94061cf8c2"))
        .isEqualTo("28:8ea0e38b-efb3-4757-924a-5f94061cf8c2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "19:Abc_dE-1@thread.tacv2",
        "29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85g",
        "8EA0E38B-efb3-4757-924A-5f94061cf8c2@x"
      })
  void leavesAllOthersAsTheyAre(String id) {
    assertThat(ObjectIds.one(id)).isEqualTo(id);
  }
}
