-- What the scripts of the records share; KEYS and the first ARGV are the same for all.
-- Moments are 26 digits, so that their order is that of text; a document is stored as
-- "version at expires content", with "-" for an absent moment.
local documents, ids, times, expiries, partitions, expiring = unpack(KEYS)
local now, partition = ARGV[1], ARGV[2]
local call = redis.call

-- The end of a range that holds all that begins with a moment or an earlier one; no text has this
-- byte.
local function up_to(moment)
  return '(' .. moment .. '\255'
end

local function parts(stored)
  return string.match(stored, '^(%d+) (%S+) (%S+) ')
end

local function lives(stored)
  local _, _, expires = parts(stored)
  return expires == '-' or now < expires
end

-- Takes a document out of everything.
local function take_out(id, stored)
  local _, at, expires = parts(stored)
  call('HDEL', documents, id)
  call('ZREM', ids, id)
  if at ~= '-' then call('ZREM', times, at .. id) end
  if expires ~= '-' then call('ZREM', expiries, expires .. id) end
end

-- Puts a document into everything.
local function put(id, stored, at, expires)
  call('HSET', documents, id, stored)
  call('ZADD', ids, 0, id)
  if at ~= '-' then call('ZADD', times, 0, at .. id) end
  if expires ~= '-' then call('ZADD', expiries, 0, expires .. id) end
end

-- Takes out what has expired, so many at most.
local function purge(most)
  local expired = call('ZRANGEBYLEX', expiries, '-', up_to(now), 'LIMIT', 0, most)
  for _, place in ipairs(expired) do
    local id = string.sub(place, 27)
    take_out(id, call('HGET', documents, id))
  end
  return #expired
end

-- Lists the partition, and when its next document expires, where upkeep finds it.
local function list_partition()
  if call('EXISTS', documents) == 0 then
    call('ZREM', partitions, partition)
    call('ZREM', expiring, partition)
    return
  end
  call('ZADD', partitions, 0, partition)
  local first = call('ZRANGE', expiries, 0, 0)[1]
  if first then
    call('ZADD', expiring, string.sub(first, 1, 17), partition)
  else
    call('ZREM', expiring, partition)
  end
end

-- The stored version that counts: 0 where there is none or it has expired.
local function version(id)
  local stored = call('HGET', documents, id)
  return stored and lives(stored) and parts(stored) or '0', stored
end

-- The living among the ids of an index, from a bound on, with their documents.
local function living(index, from, to, most, id_at)
  local found = {}
  while #found < 2 * most do
    local page = call('ZRANGEBYLEX', index, from, to, 'LIMIT', 0, most)
    for _, place in ipairs(page) do
      local id = string.sub(place, id_at)
      local stored = call('HGET', documents, id)
      if lives(stored) and #found < 2 * most then
        found[#found + 1] = id
        found[#found + 1] = stored
      end
    end
    if #page < most then break end
    from = '(' .. page[#page]
  end
  return found
end
