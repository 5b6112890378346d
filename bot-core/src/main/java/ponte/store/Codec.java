package ponte.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The stored form of the domain's values: JSON, made from records without an annotation in them.
 *
 * <p>A case of a sealed interface carries its own name as {@code is}; a record with a static {@code
 * parse(String)} is the string that its {@code toString()} gives. So the names of records, of their
 * components and of sealed cases are part of what is stored: renaming one is a migration. Adding
 * one is none: what was stored before reads as null there, as 0 or as false.
 */
public final class Codec {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new RecordIntrospector())
          .changeDefaultVisibility(
              v ->
                  v.withGetterVisibility(Visibility.NONE)
                      .withIsGetterVisibility(Visibility.NONE)
                      .withFieldVisibility(Visibility.ANY))
          .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addModule(new SimpleModule().addSerializer(new SortedSets()))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Codec() {}

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is no stored form of {@code type}
   */
  public static <T> T read(String stored, Class<T> type) {
    try {
      return MAPPER.readValue(stored, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no stored " + type.getSimpleName(), e);
    }
  }

  /** Writes sets in order, so that equal values have one stored form. */
  private static final class SortedSets extends StdSerializer<Set<?>> {

    SortedSets() {
      super(Set.class);
    }

    @Override
    public void serialize(Set<?> set, JsonGenerator json, SerializationContext context) {
      json.writeStartArray();
      set.stream().sorted().forEach(element -> context.writeValue(json, element));
      json.writeEndArray();
    }
  }

  /** Tells Jackson what the shape of a record already says. */
  private static final class RecordIntrospector extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated annotated) {
      return annotated instanceof AnnotatedClass && sealedRoot(annotated.getRawType()) != null
          ? JsonTypeInfo.Value.construct(
              JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, null)
          : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
      var root = sealedRoot(annotated.getRawType());
      return root == null ? super.findSubtypes(config, annotated) : cases(root, new ArrayList<>());
    }

    @Override
    public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass type) {
      return sealedRoot(type.getRawType()) == null
          ? super.findTypeName(config, type)
          : type.getRawType().getSimpleName();
    }

    @Override
    public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
      return annotated instanceof AnnotatedMethod method
              && method.getName().equals("toString")
              && method.getParameterCount() == 0
              && parse(method.getDeclaringClass()) != null
          ? Boolean.TRUE
          : super.hasAsValue(config, annotated);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(
        MapperConfig<?> config, Annotated annotated) {
      return annotated instanceof AnnotatedMethod method
              && method.getAnnotated().equals(parse(method.getDeclaringClass()))
          ? JsonCreator.Mode.DELEGATING
          : super.findCreatorAnnotation(config, annotated);
    }

    private static @Nullable Class<?> sealedRoot(Class<?> type) {
      for (var parent : type.getInterfaces()) {
        var root = sealedRoot(parent);
        if (root != null) {
          return root;
        }
      }
      return type.isInterface() && type.isSealed() ? type : null;
    }

    private static List<NamedType> cases(Class<?> sealed, List<NamedType> into) {
      for (var permitted : sealed.getPermittedSubclasses()) {
        if (permitted.isSealed()) {
          cases(permitted, into);
        } else {
          into.add(new NamedType(permitted, permitted.getSimpleName()));
        }
      }
      return into;
    }

    private static @Nullable Method parse(Class<?> type) {
      if (!type.isRecord()) {
        return null;
      }
      try {
        var parse = type.getDeclaredMethod("parse", String.class);
        return Modifier.isStatic(parse.getModifiers()) ? parse : null;
      } catch (NoSuchMethodException e) {
        return null;
      }
    }
  }
}
