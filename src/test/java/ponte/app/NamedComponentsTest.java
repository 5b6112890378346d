package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

/** The server looks for none of its parts, so none may be left unnamed. */
@BesideOthers
class NamedComponentsTest {

  @Test
  void everyPartOfTheServerIsNamedByAConfiguration() {
    var parts =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("ponte.app")
                .stream()
                .filter(each -> each.isMetaAnnotatedWith(Component.class))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

    assertThat(namedBy(PonteApplication.class).map(Class::getName))
        .containsExactlyInAnyOrderElementsOf(parts);
  }

  private static Stream<Class<?>> namedBy(Class<?> configuration) {
    var named = configuration.getAnnotation(Import.class);
    return Stream.concat(
        Stream.of(configuration),
        named == null
            ? Stream.empty()
            : Stream.of(named.value()).flatMap(NamedComponentsTest::namedBy));
  }
}
