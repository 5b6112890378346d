package ponte.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.PersonId;

/** By hand: three who know each other, one who hangs on the third, one alone. */
class MeasuresTest {

  private static final Offset<Double> NEAR = within(1e-9);

  private final Measures kite = of(Set.of("e"), "a b", "b a", "b c", "c a", "d c");

  private static Measures of(Set<String> others, String... links) {
    return new Measures(network(others, links));
  }

  private static Network network(Set<String> others, String... links) {
    return new Network(
        others.stream().map(Chat::person).collect(Collectors.toSet()),
        Map.of(),
        Stream.of(links)
            .map(link -> link.split(" "))
            .map(ends -> new Link(Chat.person(ends[0]), Chat.person(ends[1]), 1, 0, 0))
            .toList());
  }

  private static PersonId person(String name) {
    return Chat.person(name);
  }

  @Test
  void countsTiesOnceAndWeighsLinks() {
    var twice =
        new Network(
            Set.of(),
            Map.of(),
            List.of(
                new Link(person("a"), person("b"), 2, 1, 1),
                new Link(person("b"), person("a"), 0, 3, 0)));

    assertThat(kite.ties()).isEqualTo(4);
    assertThat(new Measures(twice).ties()).isEqualTo(1);
    assertThat(new Measures(twice).weight()).isEqualTo(7);
  }

  @Test
  void measuresLinks() {
    assertThat(kite.density()).isEqualTo(5 / 20.0, NEAR);
    assertThat(kite.reciprocity()).isEqualTo(2 / 5.0, NEAR);
    assertThat(kite.in())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(person("a"), 2, person("b"), 1, person("c"), 2, person("d"), 0, person("e"), 0));
    assertThat(kite.out()).containsEntry(person("b"), 2).containsEntry(person("e"), 0);
  }

  @Test
  void measuresWhoIsJoinedToWhom() {
    assertThat(kite.isolates()).isEqualTo(1);
    assertThat(kite.components())
        .containsExactly(
            Set.of(person("a"), person("b"), person("c"), person("d")), Set.of(person("e")));
    assertThat(kite.paths()).isEqualTo(new Paths(2, 8 / 6.0));
    assertThat(kite.core())
        .isEqualTo(
            Map.of(person("a"), 2, person("b"), 2, person("c"), 2, person("d"), 1, person("e"), 0));
  }

  @Test
  void measuresHowTightlyTheyAreJoined() {
    assertThat(kite.clustering()).isEqualTo((1 + 1 + 1 / 3.0) / 5, NEAR);
    assertThat(kite.transitivity()).isEqualTo(3 / 5.0, NEAR);
    assertThat(kite.assortativity())
        .isEqualTo((38 / 8.0 - 2.25 * 2.25) / (44 / 8.0 - 2.25 * 2.25), NEAR);
  }

  @Test
  void measuresWhoStandsBetweenOthers() {
    assertThat(kite.betweenness().get(person("c"))).isEqualTo(2 / 6.0, NEAR);
    assertThat(kite.betweenness().get(person("a"))).isZero();
  }

  @Test
  void measuresWhoIsComeToByLinks() {
    var ranks = of(Set.of(), "b a", "c a").pageRank();

    assertThat(ranks.get(person("a"))).isEqualTo(0.135 / 0.235, NEAR);
    assertThat(ranks.get(person("b"))).isEqualTo(0.05 + 0.85 / 3 * 0.135 / 0.235, NEAR);
  }

  @Test
  void measuresHowUnequallySomethingIsShared() {
    assertThat(Measures.gini(List.of(2, 2, 2))).isZero();
    assertThat(Measures.gini(Arrays.asList(0, 0, 0, 4))).isEqualTo(0.75, NEAR);
    assertThat(Measures.gini(List.of(3, 1))).isEqualTo(0.25, NEAR);
    assertThat(Measures.gini(List.of())).isZero();
  }

  @Test
  void areNothingOfNobody() {
    var nobody = new Measures(Network.NOBODY);

    assertThat(nobody.density() + nobody.reciprocity() + nobody.clustering()).isZero();
    assertThat(nobody.transitivity() + nobody.assortativity()).isZero();
    assertThat(nobody.paths()).isEqualTo(new Paths(0, 0));
    assertThat(nobody.betweenness()).isEmpty();
    assertThat(nobody.core()).isEmpty();
    assertThat(nobody.pageRank()).isEmpty();
  }

  @Test
  void tellOfPartsOfANetworkToo() {
    var network = network(Set.of("e"), "a b", "b a", "b c");

    assertThat(network.among(each -> !each.equals(person("b"))).links()).isEmpty();
    assertThat(network.only(Set.of(Link.Kind.MENTION)).people()).isEmpty();
    assertThat(network.only(Set.of(Link.Kind.REPLY)).links()).hasSize(3);
  }
}
