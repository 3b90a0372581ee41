import { BackLink } from '@/components/BackLink';
import { Fold } from '@/components/Fold';
import { NightStrip } from '@/components/NightStrip';
import { NightRaster } from '@/components/raster/NightRaster';
import { Raster } from '@/components/raster/Raster';
import { StripLegend } from '@/components/StripLegend';
import type { AwakeStretch } from '@/domain/awakeStretches';
import { nightWindow } from '@/domain/night';
import type { RasterNight } from '@/domain/rasterNight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { addMs, type Day, HOUR_MS, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { day, household } from '../../tests/support/factories';
import { AbsurdHousehold, Household } from '../Household';
import { ABSURD_CAREGIVERS, ABSURD_CHILDREN, LONG_WORD } from '../literals';
import { State, Story } from '../Story';
import type { Sample } from '../sample';

/** Shows nights as bands and as rows of the raster. */
export function NightStories({ sample }: { sample: Sample }) {
  return (
    <>
      <StripStory sample={sample} />
      <RasterStory sample={sample} />
      <NightRasterStory sample={sample} />
      <PagePartsStory />
    </>
  );
}

function PagePartsStory() {
  const { t } = useTranslation();
  return (
    <Story name="BackLink and Fold">
      <State name="usual">
        <BackLink href="/nights">{t('nights.allNights')}</BackLink>
        <Fold title={t('nights.hourByHour')}>
          <p>02:43</p>
        </Fold>
      </State>
      <State name="absurd">
        <BackLink href="/nights">{LONG_WORD}</BackLink>
        <Fold title={LONG_WORD}>
          <p>{LONG_WORD}</p>
        </Fold>
      </State>
    </Story>
  );
}

/** The night of 16 November in Paris, and a night in which the clocks went back. */
const [NIGHT, AUTUMN_NIGHT] = [day('2026-11-16'), day('2026-10-24')];
const HOUSEHOLD = household();
const WINDOW = nightWindow(NIGHT, HOUSEHOLD);

/** One stretch for each of forty incidents of six children, a new one every sixteen minutes. */
const FORTY_STRETCHES: AwakeStretch[] = Array.from({ length: 40 }, (_, index) => {
  const from = addMs(WINDOW.start, index * 16 * MINUTE_MS);
  return {
    incidentId: `incident ${index}`,
    childId: ABSURD_CHILDREN[index % ABSURD_CHILDREN.length]?.id ?? '',
    from,
    to: addMs(from, 12 * MINUTE_MS),
    isOpen: false,
    // In turn, none, one or two of the caregivers were up.
    caregiverIds: ABSURD_CAREGIVERS.slice(index % 5, (index % 5) + (index % 3)).map(({ id }) => id),
  };
});

const END_LABELS = ['20:00', '07:00'] as const;

function StripStory({ sample: { charts } }: { sample: Sample }) {
  const { t } = useTranslation();
  const { activeChildren } = useHousehold();
  const [lastNight] = charts.raster.slice(-1);
  const window = lastNight?.window ? { start: lastNight.window.from, end: lastNight.window.to } : WINDOW;
  const stretches = (lastNight?.pieces ?? []).map((piece) => ({
    ...piece,
    incidentId: `${piece.from}`,
    isOpen: false,
  }));
  const label = t('nights.lastNight');
  return (
    <Story name="NightStrip">
      <State name="empty">
        <NightStrip window={WINDOW} stretches={[]} lanes={activeChildren} now={null} label={label} />
      </State>
      <State name="usual">
        <NightStrip
          window={window}
          stretches={stretches}
          lanes={activeChildren}
          now={null}
          label={label}
          endLabels={END_LABELS}
        />
      </State>
      <State name="still running">
        <NightStrip
          window={WINDOW}
          stretches={FORTY_STRETCHES.slice(0, 6).map((stretch) => ({ ...stretch, childId: '' }))}
          lanes={activeChildren.slice(0, 1)}
          now={addMs(WINDOW.start, 5 * HOUR_MS)}
          label={label}
          endLabels={END_LABELS}
        />
      </State>
      <State name="absurd: forty incidents of six children">
        <AbsurdHousehold>
          <NightStrip
            window={WINDOW}
            stretches={FORTY_STRETCHES}
            lanes={ABSURD_CHILDREN}
            now={null}
            label={label}
            endLabels={END_LABELS}
          />
          <StripLegend />
        </AbsurdHousehold>
      </State>
    </Story>
  );
}

function RasterStory({ sample: { charts, log } }: { sample: Sample }) {
  const { t } = useTranslation();
  const { activeChildren, format } = useHousehold();
  const formatNight = (night: Day) => format.longDay(night);
  const label = t('nights.raster.question');
  const bands = log.episodes.map(({ id, label: name, startDay, endDay }) => ({
    id,
    label: name,
    from: startDay,
    to: endDay ?? startDay,
  }));
  return (
    <Story name="Raster">
      {[7, 28, 84].map((count) => (
        <State key={count} name={`usual: ${count} nights`} frame="wide">
          <Raster
            nights={charts.raster.slice(-count)}
            lanes={activeChildren}
            formatNight={formatNight}
            bands={bands}
            label={label}
          />
        </State>
      ))}
      <State name="empty: nothing logged" frame="wide">
        <Raster nights={unloggedNights(7)} lanes={activeChildren} formatNight={formatNight} label={label} />
      </State>
      <State name="absurd: forty incidents a night, six children, six caregivers" frame="wide">
        <AbsurdHousehold>
          <Raster
            nights={Array.from({ length: 7 }, (_, index) => absurdNight(addDays(NIGHT, index)))}
            lanes={ABSURD_CHILDREN}
            formatNight={formatNight}
            label={LONG_WORD}
          />
        </AbsurdHousehold>
      </State>
    </Story>
  );
}

function NightRasterStory({ sample: { charts } }: { sample: Sample }) {
  const { t } = useTranslation();
  const { activeChildren } = useHousehold();
  const label = t('nights.raster.question');
  const [lastNight] = charts.raster.slice(-1);
  const [emptyNight] = unloggedNights(1);
  return (
    <Story name="NightRaster">
      <State name="empty" frame="wide">
        {emptyNight && <NightRaster night={emptyNight} lanes={activeChildren} label={label} />}
      </State>
      <State name="usual" frame="wide">
        {lastNight && <NightRaster night={lastNight} lanes={activeChildren} label={label} />}
      </State>
      <State name="clocks went back" frame="wide">
        <Household people={{ household: HOUSEHOLD }}>
          <NightRaster night={unloggedNight(AUTUMN_NIGHT)} lanes={activeChildren.slice(0, 1)} label={label} />
        </Household>
      </State>
      <State name="absurd" frame="wide">
        <AbsurdHousehold>
          <NightRaster night={absurdNight(NIGHT)} lanes={ABSURD_CHILDREN} label={label} />
        </AbsurdHousehold>
      </State>
    </Story>
  );
}

function unloggedNight(night: Day): RasterNight {
  const { start, end } = nightWindow(night, HOUSEHOLD);
  return { night, observed: false, window: { from: start, to: end }, pieces: [], falseAlarms: [] };
}

const unloggedNights = (count: number): RasterNight[] =>
  Array.from({ length: count }, (_, index) => unloggedNight(addDays(NIGHT, index)));

/** The forty stretches in one night. */
function absurdNight(night: Day): RasterNight {
  const { start, end } = nightWindow(night, HOUSEHOLD);
  return {
    night,
    observed: true,
    window: { from: start, to: end },
    pieces: FORTY_STRETCHES.map(({ childId, from, to, caregiverIds }) => ({
      childId,
      from: addMs(from, start - WINDOW.start),
      to: addMs(to, start - WINDOW.start),
      caregiverIds,
    })),
    falseAlarms: ABSURD_CHILDREN.map(({ id }, index) => ({ childId: id, at: addMs(start, index * HOUR_MS) })),
  };
}
