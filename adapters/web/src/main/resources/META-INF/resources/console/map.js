// The map of people: drawn by sigma on the graphics card; everything it does can be done by keys.
(function () {
  'use strict';
  // Of very many ties the strongest are drawn: fewer from afar, more from near, none while it moves.
  const FROM_AFAR = 5000, STRONGEST = 12000, NEAR = .6;
  // Of more people no names are written while it moves.
  const NAMED_WHILE_MOVING = 2000;
  const place = document.getElementById('map');
  if (!place) return;
  const find = document.getElementById('map-find');
  const found = document.getElementById('map-found');
  const labels = document.getElementById('map-labels');
  const legend = [...document.querySelectorAll('[data-group]')];
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  if (window.Sigma && window.graphology) {
    fetch(place.dataset.source, { headers: { Accept: 'application/json' } })
      .then(answer => answer.ok ? answer.json() : Promise.reject(answer.status))
      .then(map => {
        try { draw(map); } catch (error) { fail(place.dataset.undrawn, error); }
      })
      .catch(error => fail(place.dataset.failed, error));
  } else {
    fail(place.dataset.undrawn, 'no sigma');
  }

  // What cannot be drawn is there as a table: that opens, with a sentence that says so.
  function fail(sentence, error) {
    console.error('the map', error);
    found.textContent = sentence;
    document.getElementById('map-table').open = true;
    place.dataset.state = 'failed';
  }

  function draw(map) {
    const graph = new graphology.UndirectedGraph();
    const most = Math.max(1, map.nodes.length ? map.nodes[0][3] : 1);
    const least = Math.min(6, Math.max(1.6, 60 / Math.sqrt(map.nodes.length)));
    // On a phone the same people have a third of the width.
    const room = Math.min(1, Math.max(.55, place.clientWidth / 700));
    map.nodes.forEach(([name, x, y, links, group], i) => graph.addNode(i, {
      x, y: -y, label: name, group, links,
      size: room * (least + 9 * Math.sqrt(links / most)),
      color: map.groups[group].css,
    }));
    // The strongest come first. The others are there when somebody is chosen whose they are.
    const ties = map.nodes.map(() => []);
    map.edges.forEach((edge, i) => {
      ties[edge[0]].push(i);
      ties[edge[1]].push(i);
      if (i < STRONGEST) tie(i);
    });
    function tie(i) {
      const [one, other, weight] = map.edges[i];
      if (!graph.hasEdge(i)) graph.addEdgeWithKey(i, one, other, { place: i, size: Math.min(4, 1 + Math.log1p(weight) / 2) });
    }
    const many = map.edges.length > FROM_AFAR;
    let drawn = many ? FROM_AFAR : STRONGEST;

    let chosen = null;
    let near = new Set();
    const groups = new Set();
    let ink, soft, thread, bridge;
    function inks() {
      ink = colour('--ink');
      soft = colour('--line');
      thread = dark.matches ? '#3d4b50' : '#d3d9df';
      bridge = dark.matches ? '#66797f' : '#a9b4bd';
    }
    inks();
    const isShown = node => chosen !== null
      ? node === chosen || near.has(node)
      : groups.size === 0 || groups.has(graph.getNodeAttribute(node, 'group'));

    // To the right of somebody; to the left where the edge would cut the name off.
    function nameNode(canvas, data, settings) {
      if (!data.label) return;
      canvas.fillStyle = settings.labelColor.color;
      canvas.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
      const width = canvas.measureText(data.label).width, away = data.size + 3;
      const right = data.x + away + width <= place.clientWidth;
      canvas.fillText(data.label, right ? data.x + away : data.x - away - width, data.y + settings.labelSize / 3);
    }

    const view = new Sigma(graph, place, {
      labelFont: 'system-ui, sans-serif',
      labelSize: 13,
      labelColor: { color: ink },
      defaultDrawNodeLabel: nameNode,
      labelDensity: .6,
      labelRenderedSizeThreshold: 7 * room,
      minEdgeThickness: map.edges.length > 5000 ? .6 : 1.3,
      hideEdgesOnMove: many,
      hideLabelsOnMove: map.nodes.length > NAMED_WHILE_MOVING,
      zIndex: true,
      allowInvalidContainer: true,
      nodeReducer(node, data) {
        const shown = isShown(node);
        return {
          ...data,
          color: shown ? data.color : soft,
          label: shown ? data.label : '',
          zIndex: shown ? 1 : 0,
          highlighted: node === chosen,
          forceLabel: node === chosen,
        };
      },
      edgeReducer(edge, data) {
        const [one, other] = graph.extremities(edge);
        const across = graph.getNodeAttribute(one, 'group') !== graph.getNodeAttribute(other, 'group');
        const shown = chosen !== null
          ? one === chosen || other === chosen
          : data.place < drawn && isShown(one) && isShown(other);
        return { ...data, hidden: !shown, color: chosen !== null ? ink : across ? bridge : thread };
      },
    });
    const camera = view.getCamera();
    let rest;
    if (many) camera.on('updated', ({ ratio }) => {
      clearTimeout(rest);
      rest = setTimeout(() => {
        const wanted = ratio > NEAR ? FROM_AFAR : STRONGEST;
        if (wanted === drawn) return;
        drawn = wanted;
        view.refresh({ skipIndexation: true });
      }, 200);
    });
    const time = () => still.matches ? 0 : 250;
    place.dataset.state = 'ready';
    window.ponteMap = view;

    // Names of groups, over their middles.
    const names = map.groups.slice(0, 14).map((group, number) => {
      const own = map.nodes.filter(node => node[4] === number);
      const label = document.createElement('span');
      label.textContent = (number + 1) + ' ' + group.name;
      labels.append(label);
      return {
        label,
        width: label.offsetWidth,
        height: label.offsetHeight,
        x: own.reduce((sum, node) => sum + node[1], 0) / own.length,
        y: -own.reduce((sum, node) => sum + node[2], 0) / own.length,
      };
    });
    const nameGroups = () => {
      const taken = [];
      for (const { label, width, height, x, y } of names) {
        const at = view.graphToViewport({ x, y });
        const box = [at.x - width / 2, at.y - height / 2, at.x + width / 2, at.y + height / 2];
        const free = taken.every(other => box[2] < other[0] || other[2] < box[0] || box[3] < other[1] || other[3] < box[1]);
        label.classList.toggle('hidden', !free);
        if (free) taken.push(box);
        label.style.transform = `translate(${box[0]}px, ${box[1]}px)`;
      }
    };
    view.on('afterRender', nameGroups);
    nameGroups();

    function say(node) {
      if (node === null) { found.textContent = ''; return; }
      const { label, links, group } = graph.getNodeAttributes(node);
      const others = [...near]
        .sort((one, other) => graph.getNodeAttribute(other, 'links') - graph.getNodeAttribute(one, 'links'))
        .slice(0, 6).map(other => graph.getNodeAttribute(other, 'label'));
      found.textContent = `${label}. ${group + 1} ${map.groups[group].name}. `
        + found.dataset.turned.replace('{0}', links)
        + (others.length ? ' ' + found.dataset.with.replace('{0}', others.join(', ')) : '');
    }
    function choose(node) {
      chosen = node;
      const own = node === null ? [] : ties[node];
      own.forEach(tie);
      near = new Set(own.map(i => String(map.edges[i][0] === Number(node) ? map.edges[i][1] : map.edges[i][0])));
      say(node);
      view.refresh({ skipIndexation: true });
      if (node !== null) {
        const { x, y } = view.getNodeDisplayData(node);
        camera.animate({ x, y, ratio: Math.min(camera.ratio, .5) }, { duration: time() });
      }
    }
    view.on('clickNode', ({ node }) => choose(node));
    view.on('clickStage', () => choose(null));

    const people = document.getElementById('map-people');
    map.nodes.slice(0, 2000).forEach(([name]) => {
      const option = document.createElement('option');
      option.value = name;
      people.append(option);
    });
    find.addEventListener('change', () => {
      const words = find.value.trim().toLowerCase();
      if (!words) { choose(null); return; }
      const exact = map.nodes.findIndex(([name]) => name.toLowerCase() === words);
      const node = exact >= 0 ? exact : map.nodes.findIndex(([name]) => name.toLowerCase().includes(words));
      if (node < 0) { choose(null); found.textContent = found.dataset.nobody; } else choose(String(node));
    });

    for (const button of legend) {
      button.addEventListener('click', () => {
        const group = Number(button.dataset.group);
        groups.has(group) ? groups.delete(group) : groups.add(group);
        button.setAttribute('aria-pressed', groups.has(group));
        choose(null);
      });
    }
    document.getElementById('map-in').addEventListener('click', () => camera.animatedZoom({ duration: time() }));
    document.getElementById('map-out').addEventListener('click', () => camera.animatedUnzoom({ duration: time() }));
    document.getElementById('map-whole').addEventListener('click', () => { choose(null); camera.animatedReset({ duration: time() }); });

    place.addEventListener('keydown', event => {
      const step = .12 * camera.ratio;
      const { x, y } = camera.getState();
      const moves = {
        ArrowLeft: () => camera.setState({ x: x - step }),
        ArrowRight: () => camera.setState({ x: x + step }),
        ArrowUp: () => camera.setState({ y: y + step }),
        ArrowDown: () => camera.setState({ y: y - step }),
        '+': () => camera.animatedZoom({ duration: time() }),
        '-': () => camera.animatedUnzoom({ duration: time() }),
        0: () => camera.animatedReset({ duration: time() }),
        n: () => choose(String(chosen === null ? 0 : (Number(chosen) + 1) % graph.order)),
        p: () => choose(String(chosen === null ? 0 : (Number(chosen) + graph.order - 1) % graph.order)),
        Escape: () => choose(null),
      };
      if (event.ctrlKey || event.metaKey || event.altKey || !moves[event.key]) return;
      event.preventDefault();
      moves[event.key]();
    });
    dark.addEventListener('change', () => {
      inks();
      view.setSetting('labelColor', { color: ink });
      view.refresh();
    });
  }
})();
