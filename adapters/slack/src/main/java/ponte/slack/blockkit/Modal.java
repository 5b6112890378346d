package ponte.slack.blockkit;

import java.util.List;
import ponte.reply.Cut;
import ponte.reply.Form;
import tools.jackson.databind.node.ObjectNode;

/** Draws a form. */
public final class Modal {

  /** The action of the element in every block of a form. */
  public static final String ACTION = "value";

  private static final int TITLE = 24;
  private static final int LABEL = 2000;
  private static final int OPTION_LABEL = 75;
  private static final int ID = 255;

  private Modal() {}

  static ObjectNode of(Form form) {
    var view =
        Shapes.with(
            "modal",
            "blocks",
            form.fields().stream().limit(Limits.VIEW_BLOCKS).map(Modal::input).toList());
    view.put("callback_id", Cut.shortened(form.kind(), ID));
    view.set("title", Shapes.plain(form.title(), TITLE));
    view.set("submit", Shapes.plain(form.submit(), TITLE));
    return view;
  }

  private static ObjectNode input(Form.Field field) {
    var input = Shapes.object("input").put("block_id", field.name());
    input.set("label", Shapes.plain(field.label(), LABEL));
    if (!field.hint().isBlank()) {
      input.set("hint", Shapes.plain(field.hint(), LABEL));
    }
    input.put("optional", !field.required());
    input.set("element", element(field).put("action_id", ACTION));
    return input;
  }

  private static ObjectNode element(Form.Field field) {
    return switch (field.kind()) {
      case TEXT -> first(text(false), "initial_value", field);
      case LONG_TEXT -> first(text(true), "initial_value", field);
      case CHOICE -> {
        var select = options("static_select", field);
        chosen(field).stream().findFirst().ifPresent(each -> select.set("initial_option", each));
        yield select;
      }
      case CHOICES -> {
        var select = options("multi_static_select", field);
        var chosen = chosen(field);
        if (!chosen.isEmpty()) {
          select.putArray("initial_options").addAll(chosen);
        }
        yield select;
      }
      case TIME -> first(Shapes.object("timepicker"), "initial_time", field);
      case DATE -> first(Shapes.object("datepicker"), "initial_date", field);
    };
  }

  private static ObjectNode text(boolean multiline) {
    return Shapes.object("plain_text_input")
        .put("multiline", multiline)
        .put("max_length", Limits.TEXT);
  }

  private static ObjectNode first(ObjectNode element, String where, Form.Field field) {
    field.values().stream()
        .filter(value -> !value.isBlank())
        .findFirst()
        .ifPresent(value -> element.put(where, Cut.shortened(value, Limits.TEXT)));
    return element;
  }

  private static ObjectNode options(String type, Form.Field field) {
    var select = Shapes.object(type);
    select.putArray("options").addAll(field.options().stream().map(Modal::option).toList());
    return select;
  }

  private static List<ObjectNode> chosen(Form.Field field) {
    return field.options().stream()
        .filter(option -> field.values().contains(option.value()))
        .map(Modal::option)
        .toList();
  }

  private static ObjectNode option(Form.Option option) {
    var shape = Shapes.object("option").put("value", option.value());
    shape.remove("type");
    shape.set("text", Shapes.plain(option.label(), OPTION_LABEL));
    return shape;
  }
}
