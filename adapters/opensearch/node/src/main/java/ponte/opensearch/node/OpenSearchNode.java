package ponte.opensearch.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.script.expression.ExpressionModulePlugin;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * A node of a cluster, with two of the modules that OpenSearch is shipped with, until its standard
 * input ends. Says {@code listening on PORT} when it can be asked.
 */
final class OpenSearchNode extends Node {

  private OpenSearchNode(Environment environment) {
    super(
        environment,
        List.of(module(Netty4ModulePlugin.class), module(ExpressionModulePlugin.class)),
        true);
  }

  private static PluginInfo module(Class<? extends Plugin> plugin) {
    return new PluginInfo(
        plugin.getSimpleName(),
        "shipped with OpenSearch",
        Version.CURRENT.toString(),
        Version.CURRENT,
        "21",
        plugin.getName(),
        List.of(),
        false);
  }

  /**
   * @param args the directory of its data; its settings, each as {@code name=value}
   */
  public static void main(String[] args) throws Exception {
    var settings = Settings.builder().put("path.home", Path.of(args[0]).toAbsolutePath());
    for (var i = 1; i < args.length; i++) {
      var equals = args[i].indexOf('=');
      settings.put(args[i].substring(0, equals), args[i].substring(equals + 1));
    }
    var environment =
        InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), null, () -> "node");
    try (var node = new OpenSearchNode(environment)) {
      node.start();
      var http = node.injector().getInstance(HttpServerTransport.class);
      System.out.println("listening on " + http.boundAddress().publishAddress().getPort());
      untilInputEnds();
    }
  }

  private static void untilInputEnds() throws IOException {
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
