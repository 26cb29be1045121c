import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, ErrorCircleRegular, EyeRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import type { Line, Why } from '../../bot/doctor/line.ts';
import { addressOf } from '../shell/route.ts';
import { promiseNames, installationWords as said } from '../words/installation.ts';
import { Mending } from './Mending.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
  },
  short: { gap: tokens.spacingVerticalS },
  line: { display: 'flex', gap: tokens.spacingHorizontalM },
  icon: { fontSize: tokens.fontSizeBase500, flexShrink: 0 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  fine: { color: tokens.colorStatusSuccessForeground1 },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0, flexGrow: 1 },
  found: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  why: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

const icons = {
  wrong: ErrorCircleRegular,
  'cannot be read': QuestionCircleRegular,
  'look by hand': EyeRegular,
  fine: CheckmarkCircleRegular,
};

/** What was found, thing by thing; of what is fine only that it is. */
export function LineList({ lines, label }: { lines: readonly Line[]; label: string }) {
  const styles = useStyles();
  const areFine = lines.every(({ state }) => state === 'fine');
  return (
    <ul className={mergeClasses(styles.list, areFine && styles.short)} aria-label={label}>
      {lines.map((line) => {
        const Icon = icons[line.state];
        const tone = line.state === 'wrong' || line.state === 'fine' ? styles[line.state] : undefined;
        return (
          <li key={line.id} className={styles.line}>
            <Icon className={mergeClasses(styles.icon, tone)} role="img" aria-label={said.is[line.state]} />
            <div className={styles.body}>
              <div className={styles.found}>
                <Text weight="semibold">{line.what}</Text>
                <Text>{line.says}</Text>
              </div>
              {line.state !== 'fine' && <WhyItMatters why={line.why} />}
              {line.state !== 'fine' && <Mending line={line} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function WhyItMatters({ why: { promise, says, clauses } }: { why: Why }) {
  const styles = useStyles();
  return (
    <Text className={styles.why}>
      {`${said.why(promiseNames[promise])}: ${says}`}
      {clauses.length > 0 && ` ${said.clauses} `}
      {clauses.map(({ id, says: inWords }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link
            inline
            href={`#/${addressOf({ page: 'policy', clause: id })}`}
            aria-label={said.clause(id)}
            title={inWords}
          >
            {id}
          </Link>
        </span>
      ))}
    </Text>
  );
}
