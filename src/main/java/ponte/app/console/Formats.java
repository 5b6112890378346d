package ponte.app.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * XML is only what is written as XML, such as a feed. A library that reads some is enough for
 * Spring to write everything in it, before JSON, where a browser asks.
 */
@Configuration(proxyBeanMethods = false)
class Formats implements WebMvcConfigurer {

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    var written = new StringHttpMessageConverter(StandardCharsets.UTF_8);
    written.setSupportedMediaTypes(List.of(MediaType.TEXT_XML, MediaType.APPLICATION_XML));
    converters.withXmlConverter(written);
  }
}
