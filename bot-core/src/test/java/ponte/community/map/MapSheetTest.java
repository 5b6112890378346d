package ponte.community.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.community.map.PeopleMap.Edge;
import ponte.community.map.PeopleMap.Group;
import ponte.community.map.PeopleMap.Node;
import ponte.community.map.PeopleMap.Sides;
import ponte.nlp.Language;
import ponte.reply.Texts;

class MapSheetTest {

  private static final int GROUPS = 6;

  /** Where everybody talks with everybody, all over the picture. */
  private static MapSheet crowd(int people, int ties) {
    var chance = new Random(1);
    var nodes =
        IntStream.range(0, people)
            .mapToObj(
                i ->
                    new Node(
                        Chat.person("p" + i),
                        2 * chance.nextDouble() - 1,
                        2 * chance.nextDouble() - 1,
                        people - i,
                        i % GROUPS,
                        0))
            .toList();
    var edges =
        IntStream.range(0, ties)
            .mapToObj(i -> new Edge(i % people, (i + 1 + i / people) % people, 1 + i % 9))
            .toList();
    var groups =
        Collections.nCopies(GROUPS, new Group(List.of("compiler"), List.of(), people / GROUPS));
    var map = new PeopleMap(nodes, edges, groups, Sides.GROUPS, List.of(), 0, 0);
    return new MapSheet(
        map,
        new Captions(map, "", Texts.in(Language.ENGLISH), channel -> channel.value()),
        person -> person.value());
  }

  @Test
  void aPictureOfACrowdIsNoLargerThanAChatTakes() {
    assertThat(crowd(4_000, 3_000).png())
        .startsWith(0x89, 'P', 'N', 'G')
        .hasSizeLessThanOrEqualTo(MapSheet.MOST_BYTES);
  }

  @Test
  void aPictureLosesLinesWhereItWouldBeLarger() {
    var sheet = crowd(300, 800);
    int whole = sheet.png().length;
    int less = whole * 3 / 4;

    assertThat(sheet.png(less)).startsWith(0x89, 'P', 'N', 'G').hasSizeLessThanOrEqualTo(less);
  }
}
