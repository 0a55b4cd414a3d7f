#include "ui/stopcommand.h"

#include <QAction>
#include <QTest>

using namespace Qt::StringLiterals;

class TestStopCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stopped.clear(); }

    void nothingRuns_nothingToStop()
    {
        StopCommand command(&m_action, nullptr);
        QVERIFY(!m_action.isEnabled());
        offer(command, &m_reading, u"reading"_s);
        QVERIFY(m_action.isEnabled());
        command.withdraw(&m_reading);
        QVERIFY(!m_action.isEnabled());
        command.withdraw(&m_reading);
        m_action.setEnabled(true);
        m_action.trigger();
        QCOMPARE(m_stopped, QStringList());
    }

    void begunLast_isStoppedFirst()
    {
        StopCommand command(&m_action, nullptr);
        offer(command, &m_reading, u"reading"_s);
        offer(command, &m_saving, u"saving"_s);
        offer(command, &m_reading, u"reading"_s); // it goes on
        m_action.trigger();
        m_action.trigger(); // it has not ended yet
        command.withdraw(&m_saving);
        QVERIFY(m_action.isEnabled());
        m_action.trigger();
        QCOMPARE(m_stopped, QStringList({u"saving"_s, u"saving"_s, u"reading"_s}));
    }

    void endWhileItIsStopped_isNoHarm()
    {
        StopCommand command(&m_action, nullptr);
        command.offer(&m_saving, [this, &command] {
            command.withdraw(&m_saving);
            m_stopped << u"saving"_s;
        });
        m_action.trigger();
        QCOMPARE(m_stopped, QStringList{u"saving"_s});
        QVERIFY(!m_action.isEnabled());
    }

private:
    void offer(StopCommand &command, const QObject *work, const QString &name)
    {
        command.offer(work, [this, name] { m_stopped << name; });
    }

    QAction m_action;
    QObject m_reading;
    QObject m_saving;
    QStringList m_stopped;
};

QTEST_MAIN(TestStopCommand)
#include "tst_stopcommand.moc"
