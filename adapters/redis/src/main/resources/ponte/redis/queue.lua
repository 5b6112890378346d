-- What the scripts of the queue share; KEYS and the first ARGV are the same for all.
--
-- Moments are 26 digits and numbers of entries 16, so that their order is that of text. Entries
-- are numbered in the order of their adding and lie in one of four sets: ready (due .. number; the
-- first of its lane or without one), behind (the same; another is before it in its lane), leased
-- (until .. number) or dead (number of its grave .. number). Lanes hold length, name and number of
-- all but the dead. Late (since .. number) holds, beside their set, those that were due before the
-- moment for which they were given back.
local known, passing, items, payloads, ready, behind, leased, lanes, dead, numbers, topics, awaited,
  late = unpack(KEYS)
local now, topic, channel, forgotten = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local FIRST = 5
local call = redis.call

-- The fields of an item.
local KEY, LANE, DUE, ATTEMPTS, STANDING, MOMENT, TOKEN, REASON, GRAVE = 1, 2, 3, 4, 5, 6, 7, 8, 9
-- Of its attempts so many did not only wait; earlier versions stored none.
local TRIES = 10
-- Since when it is due; nil: since DUE.
local SINCE = 11
local WAITING, LEASED, DEAD = 'w', 'l', 'd'

local may_be_earlier = false

-- The end of a range that holds all that begins with a moment or an earlier one; no text has this
-- byte.
local function up_to(moment)
  return '(' .. moment .. '\255'
end

local function item_of(number)
  return cmsgpack.unpack(call('HGET', items, number))
end

local function tries_of(item)
  return item[TRIES] or 0
end

local function save(number, item)
  call('HSET', items, number, cmsgpack.pack(item))
end

local function next_number()
  return string.format('%016.0f', call('INCR', numbers))
end

local function in_lane(item)
  return #item[LANE] .. ':' .. item[LANE]
end

-- The number of the first entry of its lane after a number.
local function after(number, item)
  if item[LANE] == '' then return nil end
  local lane = in_lane(item)
  local found = call('ZRANGEBYLEX', lanes, '(' .. lane .. number, '(' .. lane .. ':',
    'LIMIT', 0, 1)[1]
  return found and string.sub(found, -16)
end

local function is_first(number, item)
  return item[LANE] == '' or after('', item) == number
end

local function become_ready(number, item)
  call('ZADD', ready, 0, item[DUE] .. number)
  may_be_earlier = true
end

-- Takes an entry from the set in which it lies.
local function lift(number, item)
  if item[STANDING] == LEASED then
    call('ZREM', leased, item[MOMENT] .. number)
  elseif item[STANDING] == DEAD then
    call('ZREM', dead, item[GRAVE] .. number)
  elseif call('ZREM', ready, item[DUE] .. number) == 0 then
    call('ZREM', behind, item[DUE] .. number)
  end
end

-- It is due since DUE, or not yet.
local function not_late(number, item)
  if item[SINCE] then
    call('ZREM', late, item[SINCE] .. number)
    item[SINCE] = nil
  end
end

-- It is due later, and yet since it was before.
local function due_again(number, item, due)
  local since = item[SINCE] or item[DUE]
  not_late(number, item)
  if since < due then
    item[SINCE] = since
    call('ZADD', late, 0, since .. number)
  end
  item[DUE] = due
end

-- Puts a lifted entry among those that wait.
local function wait(number, item)
  item[STANDING], item[MOMENT] = WAITING, ''
  save(number, item)
  if is_first(number, item) then
    become_ready(number, item)
  else
    call('ZADD', behind, 0, item[DUE] .. number)
  end
end

-- Puts a lifted entry into somebody's hands.
local function hold(number, item, till)
  item[STANDING], item[MOMENT] = LEASED, till
  save(number, item)
  call('ZADD', leased, 0, till .. number)
end

-- Lifts an entry and frees its lane.
local function leave(number, item)
  lift(number, item)
  not_late(number, item)
  if item[LANE] == '' then return end
  local lane = in_lane(item)
  local first = call('ZRANGEBYLEX', lanes, '(' .. lane, '(' .. lane .. ':', 'LIMIT', 0, 2)
  call('ZREM', lanes, lane .. number)
  if first[2] and first[1] == lane .. number then
    local follower = string.sub(first[2], -16)
    local next_item = item_of(follower)
    if next_item[STANDING] == WAITING then
      call('ZREM', behind, next_item[DUE] .. follower)
      become_ready(follower, next_item)
    end
  end
end

-- Makes those wait again whose lease has run out.
local function end_leases()
  for _, place in ipairs(call('ZRANGEBYLEX', leased, '-', up_to(now))) do
    local number = string.sub(place, 27)
    local item = item_of(number)
    lift(number, item)
    wait(number, item)
  end
end

local function hand_out(number, item, till, token)
  lift(number, item)
  item[ATTEMPTS], item[TRIES] = item[ATTEMPTS] + 1, tries_of(item) + 1
  item[TOKEN] = token .. number
  hold(number, item, till)
  return {item[KEY], item[LANE], item[DUE], call('HGET', payloads, number), item[ATTEMPTS],
    item[TOKEN], item[TRIES]}
end

-- What is remembered of a key: when it was added, and the number of its entry where there is one.
local function memory_of(key)
  local memory = call('HGET', known, key)
  if not memory then return nil end
  return string.sub(memory, 1, 26), #memory > 26 and string.sub(memory, 27) or nil
end

local function remember(key, added, number)
  call('HSET', known, key, added .. (number or ''))
end

local function forget_key(key, added)
  call('HDEL', known, key)
  call('ZREM', passing, added .. key)
end

-- Forgets keys whose time has passed, so many at most; a key that is still needed goes with its
-- entry.
local function forget(most)
  local passed = call('ZRANGEBYLEX', passing, '-', up_to(forgotten), 'LIMIT', 0, most)
  for _, place in ipairs(passed) do
    local key = string.sub(place, 27)
    local _, number = memory_of(key)
    call('ZREM', passing, place)
    if not number then call('HDEL', known, key) end
  end
  return #passed
end

-- An entry is no more, its key is remembered for the rest of its time.
local function remove(number, item, added)
  leave(number, item)
  call('HDEL', items, number)
  call('HDEL', payloads, number)
  if added > forgotten then
    remember(item[KEY], added)
  else
    forget_key(item[KEY], added)
  end
end

-- The entry of a lease and when its key was added; nil: the lease is void.
local function held(key, token)
  local added, number = memory_of(key)
  if not number then return nil end
  local item = item_of(number)
  if item[STANDING] == DEAD or item[TOKEN] ~= token then return nil end
  return number, item, added
end

-- Lists the topic where upkeep finds it, for as long as anything is left of it.
local function list_topic()
  if call('EXISTS', known) == 1 then
    call('ZADD', topics, 0, topic)
  else
    call('DEL', numbers)
    call('ZREM', topics, topic)
  end
end

-- Tells those who wait, if any, that something may be handed out earlier than they know.
local function tell()
  if may_be_earlier and call('DEL', awaited) == 1 then
    call('PUBLISH', channel, topic)
  end
end
