package ponte.opensearch.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
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
import org.opensearch.transport.TransportService;

/**
 * A node of a cluster, with the modules of those that OpenSearch is shipped with that Ponte needs,
 * until its standard input ends. Says {@code listening on HTTP TRANSPORT} when it can be asked.
 */
final class OpenSearchNode extends Node {

  private static final String MODULE = "module=";

  private OpenSearchNode(Environment environment, Collection<PluginInfo> modules) {
    super(environment, modules, true);
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
   * @param args the directory of its data; its settings, each as {@code name=value}; further
   *     modules, each as {@code module=class}
   */
  public static void main(String[] args) throws Exception {
    var settings = Settings.builder().put("path.home", Path.of(args[0]).toAbsolutePath());
    var modules = new ArrayList<PluginInfo>();
    modules.add(module(Netty4ModulePlugin.class));
    modules.add(module(ExpressionModulePlugin.class));
    for (var i = 1; i < args.length; i++) {
      if (args[i].startsWith(MODULE)) {
        var name = args[i].substring(MODULE.length());
        modules.add(module(Class.forName(name).asSubclass(Plugin.class)));
      } else {
        var equals = args[i].indexOf('=');
        settings.put(args[i].substring(0, equals), args[i].substring(equals + 1));
      }
    }
    var environment =
        InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), null, () -> "node");
    try (var node = new OpenSearchNode(environment, modules)) {
      node.start();
      var http = node.injector().getInstance(HttpServerTransport.class).boundAddress();
      var transport = node.injector().getInstance(TransportService.class).boundAddress();
      System.out.println(
          "listening on "
              + http.publishAddress().getPort()
              + " "
              + transport.publishAddress().getPort());
      untilInputEnds();
    }
  }

  private static void untilInputEnds() throws IOException {
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
