package ponte.app.access;

import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;
import ponte.app.OutgoingHttp;

/** How those who sign people in are asked: not for long, and without going where they lead. */
final class Calls {

  private static final Duration ANSWER = Duration.ofSeconds(10);

  private Calls() {}

  /** Asks for the tokens that a code stands for. */
  static RestClientAuthorizationCodeTokenResponseClient tokens() {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(http())
            .configureMessageConverters(
                converters ->
                    converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }

  /** Asks for the keys that tokens are signed with. */
  static RestOperations keys() {
    return new RestTemplate(http());
  }

  private static JdkClientHttpRequestFactory http() {
    var http = OutgoingHttp.client();
    var factory = new JdkClientHttpRequestFactory(http);
    factory.setReadTimeout(ANSWER);
    return factory;
  }
}
