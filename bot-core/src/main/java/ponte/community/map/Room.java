package ponte.community.map;

import java.util.List;
import java.util.function.ToDoubleFunction;
import ponte.community.map.PeopleMap.Node;
import ponte.community.map.Surveying.Point;

/** Brings the places of a map into a part of a picture, as large as they fit, in the middle. */
final class Room {

  private final List<Node> nodes;
  private final double scale;
  private final double left;
  private final double top;

  Room(List<Node> nodes, double left, double top, double right, double bottom) {
    this.nodes = nodes;
    var leastX = least(Node::x);
    var leastY = least(Node::y);
    var width = Math.max(0.1, -least(node -> -node.x()) - leastX);
    var height = Math.max(0.1, -least(node -> -node.y()) - leastY);
    this.scale = Math.min((right - left) / width, (bottom - top) / height);
    this.left = (left + right - width * scale) / 2 - leastX * scale;
    this.top = (top + bottom - height * scale) / 2 - leastY * scale;
  }

  private double least(ToDoubleFunction<Node> place) {
    return nodes.stream().mapToDouble(place).min().orElse(0);
  }

  double x(Node node) {
    return left + scale * node.x();
  }

  double y(Node node) {
    return top + scale * node.y();
  }

  /** The middle of a group. */
  Point middle(int group) {
    var own = nodes.stream().filter(node -> node.group() == group).toList();
    return new Point(
        own.stream().mapToDouble(this::x).average().orElse(0),
        own.stream().mapToDouble(this::y).average().orElse(0));
  }
}
